package dev.parley.scripted;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reply in the making: its parts one behind the other, and the frames around them. Its first
 * part is prepared while it still thinks. Knows neither time nor threads; one owner.
 */
final class Reply {

  private final PartMaker maker;
  private final Iterator<Act> acts;
  private final Optional<Signal.Failure> breakdown;
  private final Deque<Outbound> ready = new ArrayDeque<>();
  private ReplyPart part;
  private boolean thinking = true;
  private boolean ending;
  private boolean over;

  /**
   * @param acts its parts; at least one
   * @param breakdown what it tells when it fails in the middle of its first part, if it does
   */
  Reply(PartMaker maker, Iterator<Act> acts, Optional<Signal.Failure> breakdown) {
    this.maker = maker;
    this.acts = acts;
    this.breakdown = breakdown;
    part = maker.make(acts.next());
    ready.add(new ReplySignal.Started(epoch()));
  }

  Epoch epoch() {
    return maker.epoch();
  }

  /** The thinking is over: what is ready may be heard. */
  void thought() {
    if (!ending) {
      thinking = false;
      beginPart();
    }
  }

  /** What somebody else has to do for it now, if anything; it counts as begun. */
  Optional<Errand> errand() {
    return ending ? Optional.empty() : part.errand();
  }

  /** Something broke down: the reply ends here. */
  void fail(Signal.Failure failure) {
    if (ending) {
      return;
    }
    ready.add(failure);
    if (!thinking) {
      ready.add(new ReplySignal.PartEnded(epoch(), part.number()));
    }
    end(ReplySignal.Outcome.FAILED);
  }

  /** Whether the next frame begins a part of speech, of which only one may be open at a time. */
  boolean wantsTheFloor() {
    return ready.peek() instanceof ReplySignal.PartStarted started
        && started.kind() == ReplySignal.Kind.SPEECH;
  }

  /** Whether its last frame has left. */
  boolean isOver() {
    return over;
  }

  /** The next frame, or null if none is ready. */
  @Nullable Outbound poll() {
    if (ready.isEmpty() && !thinking && !ending) {
      goOn();
    }
    Outbound frame = ready.poll();
    over = frame instanceof ReplySignal.Ended;
    return frame;
  }

  private void goOn() {
    Outbound frame = part.poll();
    if (frame != null) {
      ready.add(frame);
      breakdown.filter(failure -> part.isHalfDone()).ifPresent(this::fail);
    } else if (part.isOver()) {
      breakdown.ifPresentOrElse(this::fail, this::endPart);
    }
  }

  private void beginPart() {
    ready.add(new ReplySignal.PartStarted(epoch(), part.number(), part.kind()));
    part.begin();
  }

  private void endPart() {
    ready.add(new ReplySignal.PartEnded(epoch(), part.number()));
    boolean mayGoOn = maker.spend(part.tokens());
    if (part.isCut() || (acts.hasNext() && !mayGoOn)) {
      end(ReplySignal.Outcome.LIMITED);
    } else if (acts.hasNext()) {
      part = maker.make(acts.next());
      beginPart();
    } else {
      end(ReplySignal.Outcome.COMPLETED);
    }
  }

  private void end(ReplySignal.Outcome outcome) {
    ending = true;
    ready.add(new ReplySignal.Ended(epoch(), outcome));
  }
}
