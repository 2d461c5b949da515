package dev.parley.audio.tap;

import dev.parley.engine.frame.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A WAV file of 16-bit PCM that is being written, in any order: each channel at any place, also
 * again. What was never written is silence, so all channels are equally long at all times.
 *
 * <p>It is a valid file after its creation, after each {@link #sync} and after {@link #close}; it
 * holds a bounded piece of the audio in memory and writes blocks of up to 64 KB. Not forced to the
 * disk: it outlives the process, not a power cut. For one thread at a time.
 */
public final class WavFile implements AutoCloseable {

  private static final int HEADER = 44;
  private static final int WIDTH = Short.BYTES;
  private static final long MOST_BYTES = 0xFFFF_FFFFL - HEADER; // RIFF counts in 32 bits, unsigned

  private final FileChannel file;
  private final Pages pages;
  private final int rate;
  private final int channels;
  private long frames;

  private WavFile(FileChannel file, int rate, int channels) {
    this.file = file;
    this.pages = new Pages(file, HEADER);
    this.rate = rate;
    this.channels = channels;
  }

  /** Creates an empty file, in place of the one that may be there. */
  public static WavFile create(Path path, int rate, int channels) throws IOException {
    if (rate <= 0 || channels < 1 || channels > 255) {
      throw new IllegalArgumentException(
          "no WAV file has " + channels + " channels at " + rate + " Hz");
    }
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      WavFile wav = new WavFile(file, rate, channels);
      wav.writeHeader(0);
      return wav;
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  /** Samples a second of each channel. */
  public int rate() {
    return rate;
  }

  /** Samples of each channel so far. */
  public long frames() {
    return frames;
  }

  /**
   * Puts a run into a channel, over what is there.
   *
   * @param channel from 0
   * @param frame where, in samples of one channel
   * @throws IOException if the disk refuses it, or the file would be longer than 4 GB
   */
  public void put(int channel, long frame, Samples samples) throws IOException {
    require(channel, frame + samples.count());
    if (samples.isEmpty()) {
      return;
    }
    long at = (frame * channels + channel) * WIDTH;
    for (int i = 0; i < samples.count(); i++, at += (long) channels * WIDTH) {
      pages.putShort(at, samples.at(i));
    }
    frames = Math.max(frames, frame + samples.count());
  }

  /** Puts one run into each channel, behind the end; silence fills the shorter ones up. */
  public void append(Samples... runs) throws IOException {
    long end = frames;
    for (int channel = 0; channel < runs.length; channel++) {
      put(channel, end, runs[channel]);
    }
  }

  /** Makes a part of a channel silent again. */
  public void silence(int channel, long from, long to) throws IOException {
    for (long frame = from; frame < Math.min(to, frames); frame++) {
      pages.putShort((frame * channels + channel) * WIDTH, (short) 0);
    }
  }

  /** Ends the file earlier, in all channels. It may grow again. */
  public void truncate(long end) throws IOException {
    if (end < frames) {
      frames = end;
      pages.truncate(end * channels * WIDTH);
    }
  }

  /** Brings the file up to date, header last, so that it can be read as it is now. */
  public void sync() throws IOException {
    pages.flush();
    padTo(frames);
    writeHeader(frames);
  }

  /** Brings the file up to date and closes it. Call it once. */
  @Override
  public void close() throws IOException {
    try (file) {
      sync();
    }
  }

  /** Closes the file with what still reaches the disk, after a write has failed. Ends its use. */
  public void abandon() throws IOException {
    try (file) {
      try {
        pages.flush();
        padTo(frames);
      } catch (IOException expected) {
        // the rest of what is in memory is lost: the header tells how much is there
      }
      long written = Math.max(0, file.size() - HEADER) / ((long) channels * WIDTH);
      writeHeader(Math.min(frames, written));
    }
  }

  /** The last frames may be silence that was never written: the file must not end before them. */
  private void padTo(long end) throws IOException {
    long size = HEADER + end * channels * WIDTH;
    if (file.size() < size) {
      file.write(ByteBuffer.allocate(1), size - 1);
    }
  }

  private void writeHeader(long count) throws IOException {
    int bytes = (int) (count * channels * WIDTH); // as an unsigned number
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(bytes + HEADER - 8).put(ascii("WAVE"));
    header.put(ascii("fmt ")).putInt(16).putShort(/* PCM */ (short) 1).putShort((short) channels);
    header.putInt(rate).putInt(rate * channels * WIDTH);
    header.putShort((short) (channels * WIDTH)).putShort((short) (8 * WIDTH));
    header.put(ascii("data")).putInt(bytes).flip();
    while (header.hasRemaining()) {
      file.write(header, header.position());
    }
  }

  private void require(int channel, long end) throws IOException {
    if (channel < 0 || channel >= channels) {
      throw new IllegalArgumentException("channel " + channel + " of " + channels);
    }
    if (end > MOST_BYTES / ((long) channels * WIDTH)) {
      throw new IOException("a WAV file cannot be longer than 4 GB");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
