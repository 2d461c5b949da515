package dev.parley.audio.codec;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.function.Consumer;

/**
 * Bytes of any format to mono samples, however the bytes are cut: what is left of a sample, or of a
 * frame of several channels, waits for its other bytes.
 */
public final class PcmDecoder implements Kernel<byte[], Samples> {

  private final AudioFormat format;
  private final Channels channels;
  private final int width;
  private final int frame;
  private final byte[] carry;
  private int carried;
  private int incomplete;

  /** Decodes the first channel. */
  public PcmDecoder(AudioFormat format) {
    this(format, Channels.only(0));
  }

  public PcmDecoder(AudioFormat format, Channels channels) {
    channels.check(format);
    this.format = format;
    this.channels = channels;
    width = Pcm.width(format.encoding());
    frame = width * format.channels();
    carry = new byte[frame];
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    if (!in.equals(format)) {
      throw new Refused("decoder", in, "make it for this format, it is for " + format);
    }
    return AudioFormat.pcm16(format.rate());
  }

  @Override
  public void accept(byte[] bytes, Consumer<? super Samples> out) {
    int completing = carried == 0 ? 0 : Math.min(frame - carried, bytes.length);
    System.arraycopy(bytes, 0, carry, carried, completing);
    carried += completing;
    boolean first = carried == frame;
    int whole = (bytes.length - completing) / frame;
    short[] samples = new short[whole + (first ? 1 : 0)];
    if (first) {
      decode(carry, 0, samples, 0, 1);
      carried = 0;
    }
    decode(bytes, completing, samples, first ? 1 : 0, whole);
    int rest = bytes.length - completing - whole * frame;
    System.arraycopy(bytes, bytes.length - rest, carry, carried, rest);
    carried += rest;
    if (samples.length > 0) {
      out.accept(Samples.wrap(samples));
    }
  }

  /** Emits nothing: what is left is no whole sample, and is told by {@link #incompleteBytes}. */
  @Override
  public void flush(Consumer<? super Samples> out) {
    incomplete = carried;
    carried = 0;
  }

  @Override
  public void reset() {
    carried = 0;
    incomplete = 0;
  }

  /** How many bytes the input had too many when it ended: less than a sample of each channel. */
  public int incompleteBytes() {
    return incomplete;
  }

  private void decode(byte[] bytes, int from, short[] samples, int at, int count) {
    switch (channels) {
      case Channels.Only only -> {
        int offset = from + only.index() * width;
        for (int i = 0; i < count; i++) {
          samples[at + i] = Pcm.sample(format.encoding(), bytes, offset + i * frame);
        }
      }
      case Channels.Mixdown mixdown -> {
        for (int i = 0; i < count; i++) {
          samples[at + i] = mean(bytes, from + i * frame);
        }
      }
    }
  }

  private short mean(byte[] bytes, int from) {
    int sum = 0;
    for (int channel = 0; channel < format.channels(); channel++) {
      sum += Pcm.sample(format.encoding(), bytes, from + channel * width);
    }
    return (short) Math.floorDiv(2 * sum + format.channels(), 2 * format.channels());
  }
}
