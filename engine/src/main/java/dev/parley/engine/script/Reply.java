package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reply in the making: its parts one behind the other, and the frames around them. It begins
 * undecided; its first part is prepared while it still thinks. Knows neither time nor threads; one
 * owner.
 */
final class Reply {

  private final PartMaker maker;
  private final Deque<Outbound> ready = new ArrayDeque<>();
  private Iterator<Act> acts = Collections.emptyIterator();
  private Optional<Signal.Failure> breakdown = Optional.empty();
  private @Nullable ReplyPart part;
  private boolean thinking = true;
  private boolean ending;
  private boolean over;

  Reply(PartMaker maker) {
    this.maker = maker;
    ready.add(new ReplySignal.Started(epoch()));
  }

  /**
   * This is what becomes of it.
   *
   * @param decision its parts; at least one
   * @param failure what it tells when it fails in the middle of its first part, if it does
   */
  void decide(Iterator<Act> decision, Optional<Signal.Failure> failure) {
    acts = decision;
    breakdown = failure;
    part = maker.make(acts.next());
  }

  Epoch epoch() {
    return maker.epoch();
  }

  /** The thinking is over: what is ready may be heard. */
  void thought() {
    if (!ending && part != null) {
      thinking = false;
      beginPart(part);
    }
  }

  /** What somebody else has to do for it now, if anything; it counts as begun. */
  Optional<Errand> errand() {
    return ending || part == null ? Optional.empty() : part.errand();
  }

  /** Something broke down: the reply ends here. */
  void fail(Signal.Failure failure) {
    if (ending) {
      return;
    }
    ready.add(failure);
    if (!thinking && part != null) {
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
    if (ready.isEmpty() && !thinking && !ending && part != null) {
      goOn(part);
    }
    Outbound frame = ready.poll();
    over = frame instanceof ReplySignal.Ended;
    return frame;
  }

  private void goOn(ReplyPart current) {
    Outbound frame = current.poll();
    if (frame != null) {
      ready.add(frame);
      breakdown.filter(failure -> current.isHalfDone()).ifPresent(this::fail);
    } else if (current.isOver()) {
      breakdown.ifPresentOrElse(this::fail, () -> endPart(current));
    }
  }

  private void beginPart(ReplyPart next) {
    ready.add(new ReplySignal.PartStarted(epoch(), next.number(), next.kind()));
    next.begin();
  }

  private void endPart(ReplyPart done) {
    ready.add(new ReplySignal.PartEnded(epoch(), done.number()));
    boolean mayGoOn = maker.spend(done.tokens());
    if (done.isCut() || (acts.hasNext() && !mayGoOn)) {
      end(ReplySignal.Outcome.LIMITED);
    } else if (acts.hasNext()) {
      ReplyPart next = maker.make(acts.next());
      part = next;
      beginPart(next);
    } else {
      end(ReplySignal.Outcome.COMPLETED);
    }
  }

  private void end(ReplySignal.Outcome outcome) {
    ending = true;
    ready.add(new ReplySignal.Ended(epoch(), outcome));
  }
}
