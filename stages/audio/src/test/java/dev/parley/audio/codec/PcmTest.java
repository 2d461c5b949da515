package dev.parley.audio.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.AudioFormat.Encoding;
import dev.parley.engine.frame.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PcmTest {

  @Property
  void roundTrip_isExact_whereTheEncodingIsWideEnough(@ForAll short[] pcm) {
    Samples samples = Samples.copyOf(pcm, 0, pcm.length);
    for (Encoding wide :
        new Encoding[] {Encoding.PCM16, Encoding.PCM16_BE, Encoding.PCM24, Encoding.FLOAT32}) {
      assertThat(Pcm.decode(wide, Pcm.encode(wide, samples))).isEqualTo(samples);
    }
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  void encodingTwice_changesNothingMore(Encoding encoding) {
    short[] all = new short[1 << 16];
    for (int i = 0; i < all.length; i++) {
      all[i] = (short) i;
    }
    Samples once = Pcm.decode(encoding, Pcm.encode(encoding, Samples.wrap(all)));
    assertThat(Pcm.decode(encoding, Pcm.encode(encoding, once))).isEqualTo(once);
  }

  @Test
  void bytes_lieInTheOrderOfTheirEncoding() {
    Samples samples = Samples.wrap((short) 0x1234, (short) -2);
    assertThat(Pcm.encode(Encoding.PCM16, samples)).containsExactly(0x34, 0x12, 0xFE, 0xFF);
    assertThat(Pcm.encode(Encoding.PCM16_BE, samples)).containsExactly(0x12, 0x34, 0xFF, 0xFE);
    assertThat(Pcm.encode(Encoding.PCM24, samples))
        .containsExactly(0x00, 0x34, 0x12, 0x00, 0xFE, 0xFF);
    assertThat(Pcm.encode(Encoding.PCM8, samples)).containsExactly(0x92, 0x80);
  }

  @Test
  void pcm24_isRoundedAndSaturated() {
    byte[] bytes = {0x7F, 1, 0, (byte) 0x80, 1, 0, -1, -1, 0x7F, 0, 0, (byte) 0x80};
    assertThat(Pcm.decode(Encoding.PCM24, bytes))
        .isEqualTo(Samples.wrap((short) 1, (short) 2, Short.MAX_VALUE, Short.MIN_VALUE));
  }

  @Test
  void pcm8_isSaturated() {
    assertThat(Pcm.encode(Encoding.PCM8, Samples.wrap(Short.MAX_VALUE, Short.MIN_VALUE)))
        .containsExactly(0xFF, 0);
  }

  @Test
  void floats_areSaturated_andWhatIsNoNumberIsSilent() {
    float[] floats = {
      1f, -1f, 3e30f, -7f, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
    };
    ByteBuffer bytes = ByteBuffer.allocate(4 * floats.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    assertThat(Pcm.decode(Encoding.FLOAT32, bytes.array()).toArray())
        .containsExactly(32767, -32768, 32767, -32768, 16384, 0, 0, 0);
  }

  @Test
  void decode_refusesHalfASample() {
    assertThatThrownBy(() -> Pcm.decode(Encoding.PCM16, new byte[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 bytes");
  }
}
