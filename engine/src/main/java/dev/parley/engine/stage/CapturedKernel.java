package dev.parley.engine.stage;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lifts a kernel over samples to the caller's frames. Positions are counted anew at the kernel's
 * output rate, from where the stream began; whatever is not audio passes in its place, its
 * positions counted at that rate too.
 */
final class CapturedKernel implements Kernel<Inbound, Inbound>, Lifted {

  private final Kernel<Samples, Samples> samples;
  private int rateOut = 1;
  private @Nullable Position next;

  CapturedKernel(Kernel<Samples, Samples> samples) {
    this.samples = samples;
  }

  @Override
  public Object core() {
    return samples;
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    AudioFormat out = samples.negotiate(in);
    rateOut = out.rate();
    return out;
  }

  @Override
  public void accept(Inbound frame, Consumer<? super Inbound> out) {
    switch (frame) {
      case Captured captured -> {
        if (next == null) {
          next = captured.position().at(rateOut);
        }
        samples.accept(captured.samples(), made -> emit(made, out));
      }
      case Gap gap -> {
        samples.flush(made -> emit(made, out));
        samples.reset();
        pass(gap, out);
        next = null; // the stream goes on behind the gap, at the position that comes then
      }
      case Signal signal -> out.accept(signal.at(rateOut));
    }
  }

  @Override
  public void flush(Consumer<? super Inbound> out) {
    samples.flush(made -> emit(made, out));
  }

  @Override
  public void reset() {
    samples.reset();
    next = null;
  }

  @Override
  public void close() {
    samples.close();
  }

  /** Hands a gap on in the positions of the output, from where its audio ended. */
  private void pass(Gap gap, Consumer<? super Inbound> out) {
    Position from = next == null ? gap.position().at(rateOut) : next;
    long missing = gap.end().at(rateOut).since(from);
    if (missing > 0) {
      out.accept(new Gap(from, missing, gap.cause()));
    }
  }

  private void emit(Samples made, Consumer<? super Inbound> out) {
    if (next != null && !made.isEmpty()) {
      Captured frame = new Captured(next, made);
      next = frame.end();
      out.accept(frame);
    }
  }
}
