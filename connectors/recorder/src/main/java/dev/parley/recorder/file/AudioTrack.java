package dev.parley.recorder.file;

import dev.parley.engine.frame.Samples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A track of a recording, in memory. What lies behind its end is silence. Immutable. */
final class AudioTrack {

  private static final int HEADER = 44;
  private static final int PCM = 1;
  private static final int BITS = 16;

  /** More than any frame has: 10 s at 48 kHz. */
  static final int LONGEST_FRAME = 480_000;

  private static final Samples SILENCE = Samples.silence(LONGEST_FRAME);

  private final Samples all;

  private AudioTrack(Samples all) {
    this.all = all;
  }

  /** No audio at all. */
  static AudioTrack empty() {
    return new AudioTrack(Samples.silence(0));
  }

  /**
   * Reads a WAV file as we write them.
   *
   * @param rate samples a second that it must have
   * @throws IllegalArgumentException in one sentence if it is another
   */
  static AudioTrack read(byte[] wav, int rate) {
    if (wav.length < HEADER || !text(wav, 0).equals("RIFF") || !text(wav, 8).equals("WAVE")) {
      throw new IllegalArgumentException("it is no WAV file");
    }
    ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
    boolean ours =
        text(wav, 12).equals("fmt ")
            && bytes.getShort(20) == PCM
            && bytes.getShort(22) == 1
            && bytes.getShort(34) == BITS
            && text(wav, 36).equals("data");
    if (!ours || bytes.getInt(24) != rate) {
      throw new IllegalArgumentException("it must be mono PCM16 at " + rate + " Hz");
    }
    long told = Integer.toUnsignedLong(bytes.getInt(40));
    short[] pcm = new short[(int) Math.min(told, wav.length - HEADER) / Short.BYTES];
    bytes.position(HEADER);
    bytes.asShortBuffer().get(pcm);
    return new AudioTrack(Samples.wrap(pcm));
  }

  /** Whether so much of it is there. */
  boolean reaches(long end) {
    return end <= all.count();
  }

  /**
   * A frame of it.
   *
   * @throws IllegalArgumentException in one sentence if there are no such frames
   */
  Samples at(long from, long count) {
    if (from < 0 || count < 1 || count > LONGEST_FRAME) {
      throw new IllegalArgumentException(
          "a frame of %d samples from %d on is none".formatted(count, from));
    }
    if (from > (long) all.count() + LONGEST_FRAME) { // and not only what a crash left unwritten
      throw new IllegalArgumentException("a frame lies far behind the end of its track");
    }
    int n = (int) count;
    if (from >= all.count()) {
      return SILENCE.slice(0, n);
    }
    int there = Math.min(n, all.count() - (int) from);
    Samples begin = all.slice((int) from, (int) from + there);
    return there == n ? begin : begin.append(SILENCE.slice(0, n - there));
  }

  private static String text(byte[] wav, int from) {
    return new String(wav, from, 4, StandardCharsets.US_ASCII);
  }
}
