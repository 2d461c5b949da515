package dev.parley.testkit.model;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One reply of a fake: its frames, made when they are asked for. One owner. */
final class FakeReply {

  private static final int FRAMES_A_SECOND = 50;

  private final Epoch epoch;
  private final long length;
  private final Deque<Outbound> ready = new ArrayDeque<>();
  private Position next;
  private boolean ended;

  /**
   * @param words what its audio says, told at its beginning
   * @param length how many samples it has
   */
  FakeReply(Epoch epoch, String words, long length, int rate) {
    this.epoch = epoch;
    this.length = length;
    next = Position.start(rate);
    ready.add(new ReplySignal.Started(epoch));
    ready.add(new ReplySignal.PartStarted(epoch, 0, ReplySignal.Kind.SPEECH));
    ready.add(new ReplySignal.TextDelta(epoch, 0, words));
  }

  Epoch epoch() {
    return epoch;
  }

  /** The next frame, or null behind the last. */
  @Nullable Outbound poll() {
    Outbound frame = ready.poll();
    if (frame != null) {
      return frame;
    }
    if (next.sample() < length) {
      int count = (int) Math.min(next.rate() / FRAMES_A_SECOND, length - next.sample());
      Spoken audio = new Spoken(epoch, 0, next, FakeModel.speech(epoch, next.sample(), count));
      next = audio.end();
      return audio;
    }
    if (!ended) {
      ended = true;
      ready.add(new ReplySignal.Ended(epoch, ReplySignal.Outcome.COMPLETED));
      return new ReplySignal.PartEnded(epoch, 0);
    }
    return null;
  }
}
