package dev.parley.files;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;

/** The system's own sound devices, through {@code javax.sound.sampled}. */
final class JavaSound implements AudioDevice {

  private static final int BUFFERS_A_SECOND = 10;

  @Override
  public void check(int rate) {
    require("microphone", TargetDataLine.class, rate);
    require("loudspeaker", SourceDataLine.class, rate);
  }

  @Override
  public Microphone microphone(int rate) {
    AudioFormat format = format(rate);
    TargetDataLine line =
        opened(
            "microphone",
            rate,
            () -> {
              TargetDataLine found = AudioSystem.getTargetDataLine(format);
              found.open(format, bufferBytes(rate));
              return found;
            });
    line.start();
    return new Microphone() {
      @Override
      public int read(byte[] into) {
        return line.read(into, 0, into.length);
      }

      @Override
      public void close() {
        line.close();
      }
    };
  }

  @Override
  public Loudspeaker loudspeaker(int rate) {
    AudioFormat format = format(rate);
    SourceDataLine line =
        opened(
            "loudspeaker",
            rate,
            () -> {
              SourceDataLine found = AudioSystem.getSourceDataLine(format);
              found.open(format, bufferBytes(rate));
              return found;
            });
    line.start();
    return new Loudspeaker() {
      @Override
      public void write(byte[] audio) {
        int unused = line.write(audio, 0, audio.length); // less only where it was cleared meanwhile
      }

      @Override
      public boolean isDry() {
        return line.available() == line.getBufferSize();
      }

      @Override
      public void clear() {
        line.flush();
      }

      @Override
      public void close() {
        line.close();
      }
    };
  }

  /** Opens a line. */
  @FunctionalInterface
  private interface Opening<T> {
    T open() throws LineUnavailableException;
  }

  private static <T> T opened(String what, int rate, Opening<T> opening) {
    try {
      return opening.open();
    } catch (LineUnavailableException e) {
      throw new AudioDeviceException(
          "the %s is in use by another program: close that one and try again".formatted(what), e);
    } catch (IllegalArgumentException | SecurityException e) { // "No line matching ..."
      throw new AudioDeviceException(missing(what, rate), e);
    }
  }

  private static void require(String what, Class<?> line, int rate) {
    if (!AudioSystem.isLineSupported(new DataLine.Info(line, format(rate)))) {
      throw new AudioDeviceException(missing(what, rate));
    }
  }

  private static String missing(String what, int rate) {
    return ("there is no %s for mono audio at %d Hz: connect one and allow its use, or talk through"
            + " a file")
        .formatted(what, rate);
  }

  private static int bufferBytes(int rate) {
    return 2 * (rate / BUFFERS_A_SECOND);
  }

  private static AudioFormat format(int rate) {
    return new AudioFormat(rate, 16, /* channels= */ 1, /* signed= */ true, /* bigEndian= */ false);
  }
}
