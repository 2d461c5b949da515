package dev.parley.speech.voice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes the header off a WAV file (RIFF) that arrives in pieces, mono 16-bit linear PCM. The length
 * in the header is not believed: a program that writes to a pipe does not know it yet.
 */
final class WavStream {

  private static final int MOST_HEADER = 4_096;

  private final String source;
  private final int rate;
  private byte[] header = {};
  private boolean inData;

  /**
   * @param source whose audio it is, for the sentence if it is not what it should be
   * @param rate samples a second that it must have
   */
  WavStream(String source, int rate) {
    this.source = source;
    this.rate = rate;
  }

  /**
   * Takes the next bytes.
   *
   * @return what of it is audio
   * @throws IllegalStateException in one sentence, if this is no such file
   */
  byte[] audio(byte[] bytes, int count) {
    if (inData) {
      return Arrays.copyOf(bytes, count);
    }
    int before = header.length;
    header = Arrays.copyOf(header, before + count);
    System.arraycopy(bytes, 0, header, before, count);
    int data = dataAt(ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN));
    if (data < 0) {
      return new byte[0];
    }
    inData = true;
    return Arrays.copyOfRange(header, data, header.length);
  }

  /** Whether the header was there, and whole. */
  boolean hasBegun() {
    return inData;
  }

  /** Where the audio begins; -1 as long as that is not known. */
  private int dataAt(ByteBuffer file) {
    if (file.limit() >= 12 && !(tag(0).equals("RIFF") && tag(8).equals("WAVE"))) {
      throw wrong("no WAV file");
    }
    long at = 12;
    while (at + 8 <= file.limit()) {
      int chunk = (int) at;
      long size = file.getInt(chunk + 4) & 0xffff_ffffL;
      if (tag(chunk).equals("data")) {
        return chunk + 8;
      }
      if (tag(chunk).equals("fmt ") && at + 24 <= file.limit()) {
        check(file, chunk + 8);
      }
      at += 8 + size + size % 2;
    }
    if (file.limit() > MOST_HEADER) {
      throw wrong("a WAV file without audio");
    }
    return -1;
  }

  private void check(ByteBuffer file, int at) {
    int format = file.getShort(at);
    int channels = file.getShort(at + 2);
    int hertz = file.getInt(at + 4);
    int bits = file.getShort(at + 14);
    if (format != 1 || channels != 1 || bits != 16 || hertz != rate) {
      throw wrong(
          "%d Hz, %d channels, %d bits where %d Hz mono of 16 bits was expected"
              .formatted(hertz, channels, bits, rate));
    }
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException(source + " answered with " + what);
  }

  private String tag(int at) {
    return new String(header, at, 4, StandardCharsets.ISO_8859_1);
  }
}
