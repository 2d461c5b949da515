package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.engine.frame.Samples;
import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.AudioFormatSpec;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudioCodecTest {

  private static byte[] encode(AudioFormatSpec format, List<Samples> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AudioCodec.Encoder encoder = new AudioCodec.Encoder(format);
    pieces.forEach(piece -> encoder.accept(piece, bytes -> out.writeBytes(bytes.toByteArray())));
    encoder.flush(bytes -> out.writeBytes(bytes.toByteArray()));
    return out.toByteArray();
  }

  private static Samples decode(AudioFormatSpec format, List<AudioBytes> pieces) {
    List<Samples> out = new ArrayList<>();
    AudioCodec.Decoder decoder = new AudioCodec.Decoder(format);
    pieces.forEach(piece -> decoder.accept(piece, out::add));
    decoder.flush(out::add);
    return out.stream().reduce(Samples.silence(0), Samples::append);
  }

  private static Samples tone(int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) (10_000 * Math.sin(2 * Math.PI * 440 * i / AudioCodec.RATE));
    }
    return Samples.wrap(pcm);
  }

  @Test
  void pcm_passesBitForBit() {
    Samples audio = Sounds.ramp(0, 1_000);
    byte[] wire =
        encode(AudioFormatSpec.PCM, List.of(audio.slice(0, 333), audio.slice(333, 1_000)));
    assertThat(wire).isEqualTo(Sounds.bytes(audio));
    assertThat(decode(AudioFormatSpec.PCM, List.of(AudioBytes.of(wire)))).isEqualTo(audio);
  }

  @Test
  void stretchOfAnArray_isReadAlone() {
    byte[] wire = Sounds.bytes(Sounds.ramp(0, 10));
    assertThat(decode(AudioFormatSpec.PCM, List.of(AudioBytes.of(wire, 4, 8))))
        .isEqualTo(Sounds.ramp(2, 4));
  }

  @ParameterizedTest
  @EnumSource(
      value = AudioFormatSpec.class,
      names = {"PCMU", "PCMA"})
  void g711_keepsLengthPlaceAndLevel(AudioFormatSpec format) {
    Samples audio = tone(24_000);
    byte[] wire = encode(format, List.of(audio));
    assertThat(wire).as("a byte for each 125 us").hasSize(8_000);
    Samples back = decode(format, List.of(AudioBytes.of(wire)));
    assertThat(back.count()).isEqualTo(24_000);
    for (int i = 2_400; i < 21_600; i += 7) {
      assertThat((int) back.at(i)).as("sample " + i).isCloseTo(audio.at(i), within(600));
    }
  }

  @ParameterizedTest
  @EnumSource(AudioFormatSpec.class)
  void cuts_changeNothing(AudioFormatSpec format) {
    Samples audio = tone(4_800);
    List<Samples> pieces = new ArrayList<>();
    for (int from = 0; from < 4_800; from += 160) {
      pieces.add(audio.slice(from, from + 160));
    }
    byte[] wire = encode(format, List.of(audio));
    assertThat(encode(format, pieces)).isEqualTo(wire);
    List<AudioBytes> frames = new ArrayList<>();
    for (int from = 0; from < wire.length; from += 80) {
      frames.add(AudioBytes.of(wire, from, 80));
    }
    assertThat(decode(format, frames)).isEqualTo(decode(format, List.of(AudioBytes.of(wire))));
  }

  @ParameterizedTest
  @EnumSource(AudioFormatSpec.class)
  void whatIsHeldBack_isWhatFlushGives(AudioFormatSpec format) {
    AudioCodec.Decoder decoder = new AudioCodec.Decoder(format);
    int bytes = format.rate() * format.bytesPerSample() / 10;
    List<Samples> out = new ArrayList<>();
    decoder.accept(AudioBytes.of(new byte[bytes]), out::add);
    long ready = out.stream().mapToLong(Samples::count).sum();
    assertThat(ready + decoder.heldBack()).isEqualTo(2_400);
    decoder.flush(out::add);
    assertThat(out.stream().mapToLong(Samples::count).sum()).isEqualTo(2_400);
    assertThat(decoder.heldBack()).isZero();
  }

  @ParameterizedTest
  @EnumSource(AudioFormatSpec.class)
  void flush_beginsAfresh(AudioFormatSpec format) {
    AudioCodec.Encoder encoder = new AudioCodec.Encoder(format);
    byte[] once = encode(format, List.of(tone(2_400)));
    for (int i = 0; i < 2; i++) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      encoder.accept(tone(2_400), bytes -> out.writeBytes(bytes.toByteArray()));
      encoder.flush(bytes -> out.writeBytes(bytes.toByteArray()));
      assertThat(out.toByteArray()).isEqualTo(once);
    }
  }
}
