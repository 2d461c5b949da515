package dev.parley.app.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Base64;

/**
 * A recorded call as a picture of it needs it: the extremes of each short span, for each channel.
 *
 * @param rate the recording's
 * @param seconds how long it is
 * @param binSeconds how long the span is that one pair of extremes stands for
 * @param caller the left channel
 * @param agent the right channel, just as it was heard
 */
record Waveform(
    int rate,
    double seconds,
    @JsonProperty("bin_seconds") double binSeconds,
    Peaks caller,
    Peaks agent) {

  /** Enough for 10 ms each in calls of up to ten minutes; longer calls get longer spans. */
  private static final int MOST_BINS = 60_000;

  private static final int BINS_A_SECOND = 100;
  private static final int FRAMES_AT_ONCE = 1 << 14;

  /** Reads a recorded call once, in pieces, however long it is. */
  static Waveform read(Path wav) throws IOException {
    try (FileChannel file = FileChannel.open(wav)) {
      WavAudio audio = WavAudio.of(wav, file);
      long framesInBin =
          Math.max(
              Math.ceilDiv(audio.rate(), BINS_A_SECOND), Math.ceilDiv(audio.frames(), MOST_BINS));
      int bins = Math.toIntExact(Math.ceilDiv(audio.frames(), framesInBin));
      Extremes caller = new Extremes(bins);
      Extremes agent = new Extremes(bins);
      ByteBuffer bytes = ByteBuffer.allocate(FRAMES_AT_ONCE * WavAudio.FRAME);
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      file.position(audio.start());
      for (long frame = 0; frame < audio.frames(); bytes.compact()) {
        if (file.read(bytes) < 0) {
          throw new IOException(wav + " became shorter while it was read");
        }
        bytes.flip();
        for (; bytes.remaining() >= WavAudio.FRAME && frame < audio.frames(); frame++) {
          int bin = (int) (frame / framesInBin);
          caller.add(bin, bytes.getShort());
          agent.add(bin, bytes.getShort());
        }
      }
      return new Waveform(
          audio.rate(),
          (double) audio.frames() / audio.rate(),
          (double) framesInBin / audio.rate(),
          caller.peaks(),
          agent.peaks());
    }
  }

  /**
   * The extremes of one channel.
   *
   * @param peak its loudest sample, from 0 to 1
   * @param bins signed bytes in base64, lowest and highest of each span in turn; 127 is the peak
   */
  record Peaks(double peak, String bins) {}

  /** The extremes of one channel, as they become known. */
  private static final class Extremes {

    private final short[] lowest;
    private final short[] highest;
    private int loudest;

    Extremes(int bins) {
      lowest = new short[bins];
      highest = new short[bins];
    }

    void add(int bin, short sample) {
      lowest[bin] = (short) Math.min(lowest[bin], sample);
      highest[bin] = (short) Math.max(highest[bin], sample);
      loudest = Math.max(loudest, Math.abs((int) sample));
    }

    Peaks peaks() {
      byte[] bins = new byte[2 * lowest.length];
      double scale = loudest == 0 ? 0 : (double) Byte.MAX_VALUE / loudest;
      for (int i = 0; i < lowest.length; i++) {
        bins[2 * i] = (byte) Math.round(lowest[i] * scale);
        bins[2 * i + 1] = (byte) Math.round(highest[i] * scale);
      }
      return new Peaks(loudest / 32_768.0, Base64.getEncoder().encodeToString(bins));
    }
  }
}
