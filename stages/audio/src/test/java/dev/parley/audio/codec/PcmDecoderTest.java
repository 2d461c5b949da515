package dev.parley.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.Feeding;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.AudioFormat.Encoding;
import dev.parley.engine.frame.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PcmDecoderTest {

  private static final AudioFormat STEREO = new AudioFormat(16_000, 2, Encoding.PCM16);

  @Property
  void samples_areTheSame_howeverTheBytesAreCut(
      @ForAll @Size(max = 200) byte[] bytes,
      @ForAll Encoding encoding,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll boolean mixdown,
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 9) Integer> cuts) {
    AudioFormat format = new AudioFormat(8_000, channels, encoding);
    Channels choice = mixdown ? Channels.mixdown() : Channels.only(channels - 1);
    PcmDecoder atOnce = new PcmDecoder(format, choice);
    PcmDecoder cut = new PcmDecoder(format, choice);

    Samples expected = Feeding.all(atOnce, List.of(bytes));
    assertThat(Feeding.all(cut, pieces(bytes, cuts))).isEqualTo(expected);

    int frame = channels * Pcm.width(encoding);
    assertThat(expected.count()).isEqualTo(bytes.length / frame);
    assertThat(cut.incompleteBytes()).isEqualTo(bytes.length % frame);
  }

  @Property
  void encoder_isTheDecodersInverse(
      @ForAll short[] pcm, @ForAll @IntRange(min = 1, max = 3) int channels) {
    AudioFormat format = new AudioFormat(48_000, channels, Encoding.PCM16_BE);
    List<byte[]> bytes = new ArrayList<>();
    new PcmEncoder(format).accept(Samples.copyOf(pcm, 0, pcm.length), bytes::add);
    Samples back = Feeding.all(new PcmDecoder(format, Channels.mixdown()), bytes);
    assertThat(back.toArray()).isEqualTo(pcm);
  }

  @Test
  void only_takesOneChannel_andMixdown_theMean() {
    byte[] bytes = Pcm.encode(Encoding.PCM16, Samples.wrap((short) 100, (short) -51));
    assertThat(Feeding.all(new PcmDecoder(STEREO), List.of(bytes)).toArray()).containsExactly(100);
    assertThat(Feeding.all(new PcmDecoder(STEREO, Channels.only(1)), List.of(bytes)).toArray())
        .containsExactly(-51);
    assertThat(Feeding.all(new PcmDecoder(STEREO, Channels.mixdown()), List.of(bytes)).toArray())
        .containsExactly(25);
  }

  @Test
  void reset_forgetsTheCarriedBytes() {
    PcmDecoder decoder = new PcmDecoder(AudioFormat.pcm16(8_000));
    decoder.accept(new byte[] {7}, samples -> {});
    decoder.reset();
    assertThat(Feeding.all(decoder, List.of(new byte[] {1, 0})).toArray()).containsExactly(1);
    assertThat(decoder.incompleteBytes()).isZero();
  }

  @Test
  void wiringMistakes_areRefused() {
    assertThatThrownBy(() -> new PcmDecoder(STEREO, Channels.only(2)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PcmDecoder(STEREO).negotiate(AudioFormat.pcm16(16_000)))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> new PcmEncoder(STEREO).negotiate(AudioFormat.pcm16(8_000)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("16000");
    assertThat(new PcmDecoder(STEREO).negotiate(STEREO)).isEqualTo(AudioFormat.pcm16(16_000));
  }

  private static List<byte[]> pieces(byte[] bytes, List<Integer> cuts) {
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; from < bytes.length; i++) {
      // a run of empty pieces only would never come to an end
      int length = i < 100 ? cuts.get(i % cuts.size()) : bytes.length;
      int to = Math.min(from + length, bytes.length);
      pieces.add(Arrays.copyOfRange(bytes, from, to));
      from = to;
    }
    return pieces;
  }
}
