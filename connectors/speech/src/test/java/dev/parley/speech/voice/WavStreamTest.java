package dev.parley.speech.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WavStreamTest {

  private static byte[] file(int rate, byte[] audio) {
    ByteBuffer file = ByteBuffer.allocate(54 + audio.length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(-1).put(ascii("WAVE"));
    file.put(ascii("junk")).putInt(1).put((byte) 7).put((byte) 0);
    file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    file.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
    return file.put(ascii("data")).putInt(0x7fff_f000).put(audio).array();
  }

  private static byte[] ascii(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }

  @Property
  void audio_howeverItIsCut_isWhatFollowsTheHeader(
      @ForAll byte[] audio, @ForAll @IntRange(min = 1, max = 80) int cut) {
    WavStream stream = new WavStream("it", 22_050);
    byte[] file = file(22_050, audio);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int from = 0; from < file.length; from += cut) {
      int count = Math.min(cut, file.length - from);
      byte[] piece = new byte[count + 3];
      System.arraycopy(file, from, piece, 0, count);
      out.writeBytes(stream.audio(piece, count));
    }

    assertThat(stream.hasBegun()).isTrue();
    assertThat(out.toByteArray()).isEqualTo(audio);
  }

  @Test
  void audio_otherFormat_isRefusedInOneSentence() {
    byte[] file = file(16_000, new byte[0]);

    assertThatThrownBy(() -> new WavStream("it", 22_050).audio(file, file.length))
        .hasMessage(
            "it answered with 16000 Hz, 1 channels, 16 bits where 22050 Hz mono of 16 bits was"
                + " expected");
  }

  @Test
  void audio_headerWithoutEnd_isRefused() {
    WavStream stream = new WavStream("it", 22_050);
    byte[] start = "RIFF1234WAVEjunk\377\377\377\177".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(stream.audio(start, start.length)).isEmpty();

    assertThatThrownBy(() -> stream.audio(new byte[5_000], 5_000))
        .hasMessage("it answered with a WAV file without audio");
  }
}
