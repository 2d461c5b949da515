package dev.parley.audio.frame;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Audio of any cut in frames of exactly one length; only the last, at the end of the input, may be
 * shorter. A frame that lies within one input is a view on it and costs no copy.
 */
public final class Reframer implements Kernel<Samples, Samples> {

  private static final long NANOS = 1_000_000_000L;

  private final Duration length;
  private int frame;
  private Samples carry = Samples.silence(0);

  /** Frames of a length in time, which is in samples once the rate is negotiated. */
  public Reframer(Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException("length must be positive, got " + length);
    }
    this.length = length;
  }

  /** A stage on the caller's side. */
  public static Stage<Inbound> captured(Duration length) {
    return KernelStage.captured("reframe", () -> new Reframer(length));
  }

  /** A stage on the reply's side. */
  public static Stage<Outbound> spoken(Duration length) {
    return KernelStage.spoken("reframe", () -> new Reframer(length));
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    long samples = Position.samples(length, in.rate());
    if (samples == 0 || samples * NANOS != length.toNanos() * in.rate()) {
      throw new Refused(
          "reframe", in, length.toNanos() / 1e6 + " ms are no whole number of its samples");
    }
    frame = Math.toIntExact(samples);
    return in;
  }

  @Override
  public void accept(Samples input, Consumer<? super Samples> out) {
    if (frame == 0) {
      throw new IllegalStateException("negotiate first");
    }
    int at = 0;
    if (!carry.isEmpty()) {
      at = Math.min(frame - carry.count(), input.count());
      carry = carry.append(input.slice(0, at));
      if (carry.count() == frame) {
        out.accept(carry);
        carry = Samples.silence(0);
      }
    }
    for (; input.count() - at >= frame; at += frame) {
      out.accept(input.slice(at, at + frame));
    }
    if (at < input.count()) {
      carry = input.slice(at, input.count());
    }
  }

  @Override
  public void flush(Consumer<? super Samples> out) {
    if (!carry.isEmpty()) {
      out.accept(carry);
      carry = Samples.silence(0);
    }
  }

  @Override
  public void reset() {
    carry = Samples.silence(0);
  }
}
