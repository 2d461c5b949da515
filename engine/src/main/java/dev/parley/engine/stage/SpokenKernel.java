package dev.parley.engine.stage;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lifts a kernel over samples to a reply's frames. At the end of each part the kernel is flushed,
 * so that no sample of one reply ever rings on in the next.
 */
final class SpokenKernel implements Kernel<Outbound, Outbound>, Lifted {

  private final Kernel<Samples, Samples> samples;
  private int rateOut = 1;
  private @Nullable Epoch epoch;
  private int part;
  private Position next = Position.start(1);

  SpokenKernel(Kernel<Samples, Samples> samples) {
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
  public void accept(Outbound frame, Consumer<? super Outbound> out) {
    if (frame instanceof Spoken spoken) {
      if (!spoken.epoch().equals(epoch) || spoken.part() != part) {
        endPart(out);
        epoch = spoken.epoch();
        part = spoken.part();
        next = spoken.position().at(rateOut);
      }
      samples.accept(spoken.samples(), made -> emit(made, out));
    } else {
      if (frame instanceof OfReply ofReply && endsPart(ofReply)) {
        endPart(out);
      }
      out.accept(frame);
    }
  }

  @Override
  public void flush(Consumer<? super Outbound> out) {
    endPart(out);
  }

  @Override
  public void reset() {
    samples.reset();
    epoch = null;
  }

  @Override
  public void close() {
    samples.close();
  }

  private boolean endsPart(OfReply frame) {
    return frame.epoch().equals(epoch)
        && (frame instanceof ReplySignal.Ended
            || (frame instanceof ReplySignal.PartEnded ended && ended.part() == part));
  }

  private void endPart(Consumer<? super Outbound> out) {
    if (epoch != null) {
      samples.flush(made -> emit(made, out));
      samples.reset();
      epoch = null;
    }
  }

  private void emit(Samples made, Consumer<? super Outbound> out) {
    if (epoch != null && !made.isEmpty()) {
      Spoken frame = new Spoken(epoch, part, next, made);
      next = frame.end();
      out.accept(frame);
    }
  }
}
