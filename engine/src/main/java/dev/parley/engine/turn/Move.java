package dev.parley.engine.turn;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.turn.TurnState.Audible;
import dev.parley.engine.turn.TurnState.Caller;
import dev.parley.engine.turn.TurnState.Generating;
import dev.parley.engine.turn.TurnState.Wish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One move of the {@link TurnKeeper}: a state, thawed, with the few operations that the rules are
 * written in. Lives for one event.
 */
final class Move {

  private static final int CALLS_REMEMBERED = 1_000;

  TurnPolicy policy;
  Generating generating;
  Caller caller;
  Wish wish;
  boolean callerDone;
  long doubts;
  private final Set<Epoch> audible;
  final Set<String> openCalls;
  private final Set<String> pastCalls;
  private final Set<Epoch> beside;
  private final Set<Epoch> dying;
  private final Deque<TurnEvent.SayWanted> says;
  private final Map<Lane, Long> last = new EnumMap<>(Lane.class);
  private final List<TurnAction> actions = new ArrayList<>();
  private @Nullable Caller held;
  private boolean closed;

  Move(TurnState state) {
    policy = state.policy();
    generating = state.generating();
    caller = state.caller();
    wish = state.wish();
    held = state.audible() instanceof Audible.Held doubtful ? doubtful.before() : null;
    callerDone = state.callerDone();
    doubts = state.doubts();
    audible = new LinkedHashSet<>(state.audible().epochs());
    openCalls = new LinkedHashSet<>(state.openCalls());
    pastCalls = new LinkedHashSet<>(state.pastCalls());
    beside = new LinkedHashSet<>(state.beside());
    dying = new LinkedHashSet<>(state.dying());
    says = new ArrayDeque<>(state.says());
    last.putAll(state.last());
  }

  TurnKeeper.Step step() {
    Audible heard =
        audible.isEmpty()
            ? new Audible.Silent()
            : held != null
                ? new Audible.Held(frozen(audible), held)
                : new Audible.Playing(frozen(audible));
    return new TurnKeeper.Step(
        new TurnState(
            policy,
            generating,
            frozen(beside),
            heard,
            frozen(dying),
            caller,
            wish,
            frozen(openCalls),
            frozen(pastCalls),
            List.copyOf(says),
            Collections.unmodifiableMap(last),
            doubts,
            callerDone,
            closed),
        List.copyOf(actions));
  }

  void want(TurnAction action) {
    actions.add(action);
  }

  boolean isGenerating() {
    return generating instanceof Generating.Active;
  }

  /** MAIN and SAY share one mouth: only one of them is being made at a time. */
  private boolean isBusy() {
    return isGenerating() || beside.stream().anyMatch(epoch -> epoch.lane() == Lane.SAY);
  }

  /** Whether anything can be heard that the caller or the client may cut. */
  boolean mayBeCut() {
    return audible.stream().anyMatch(epoch -> epoch.lane() != Lane.SIDE);
  }

  // Replies begin ...

  /** A reply that the model began of its own accord, or one that we asked for and know already. */
  void adopt(Epoch epoch) {
    if (epoch.n() > last.getOrDefault(epoch.lane(), 0L)) {
      last.put(epoch.lane(), epoch.n());
      if (epoch.lane() == Lane.MAIN && wish instanceof Wish.Theirs) {
        wish = new Wish.None();
      }
      begin(epoch);
    }
  }

  void start(Lane lane, Function<Epoch, TurnAction> start) {
    Epoch epoch = new Epoch(lane, last.merge(lane, 1L, Long::sum));
    begin(epoch);
    want(start.apply(epoch));
  }

  private void startMain(ReplySpec spec) {
    wish = new Wish.None();
    start(Lane.MAIN, epoch -> new TurnAction.StartReply(epoch, spec));
  }

  private void begin(Epoch epoch) {
    audible.add(epoch);
    if (epoch.lane() == Lane.MAIN) {
      generating = new Generating.Active(epoch);
    } else {
      beside.add(epoch);
    }
  }

  // ... and end.

  /** The model is done with a reply; it may still be playing. */
  void made(Epoch epoch) {
    beside.remove(epoch);
    if (generating instanceof Generating.Active(Epoch active) && active.equals(epoch)) {
      generating = new Generating.Idle();
    }
  }

  void end(Epoch epoch, Outcome outcome, Optional<CutReason> why) {
    if (audible.remove(epoch) || dying.remove(epoch)) {
      want(new TurnAction.End(epoch, outcome, why));
    }
    if (isHeld() && audible.isEmpty()) {
      resume(); // or the next reply would be held with nobody left to let it go
    }
  }

  /**
   * The caller speaks while something can be heard.
   *
   * @param before what they did until then
   */
  void bargeIn(Caller before) {
    if (policy.doubt().isZero()) {
      interrupt(CutReason.BARGE_IN);
    } else if (!isHeld()) {
      held = before;
      want(new TurnAction.HoldPlayout(true));
      want(new TurnAction.DoubtFor(policy.doubt(), ++doubts));
    }
  }

  boolean isHeld() {
    return held != null;
  }

  /** What the caller did before the sound that is in doubt. */
  Caller beforeDoubt() {
    return held != null ? held : caller;
  }

  void resume() {
    held = null;
    want(new TurnAction.HoldPlayout(false));
  }

  /**
   * Stops what is being made and cuts what is being said. Replies beside the conversation go on.
   *
   * @return whether there was anything to cut
   */
  boolean interrupt(CutReason why) {
    boolean any = mayBeCut();
    for (Lane lane : List.of(Lane.MAIN, Lane.SAY)) {
      List<Epoch> cut = audible.stream().filter(epoch -> epoch.lane() == lane).toList();
      cut.forEach(this::kill);
      if (!cut.isEmpty()) {
        want(new TurnAction.CutPlayout(lane, cut.getLast().n(), why));
      }
    }
    if (why == CutReason.BARGE_IN && !(wish instanceof Wish.TellResults)) {
      forgetWish(); // the turn that now begins will be answered, and this one with it
    }
    if (isHeld()) {
      resume();
    }
    return any;
  }

  private void forgetWish() {
    if (wish instanceof Wish.Answer(var spec) && spec.tag().isPresent()) {
      want(
          new TurnAction.Refuse(
              Cue.Refusal.CALLER_SPOKE, "the caller spoke before the reply began", spec.tag()));
    }
    wish = new Wish.None();
  }

  /**
   * Stops one reply, whichever lane it is in.
   *
   * @return whether there was such a reply
   */
  boolean cancel(Epoch epoch) {
    if (!audible.contains(epoch)) {
      return false;
    }
    kill(epoch);
    want(new TurnAction.CutReply(epoch, CutReason.CANCELLED));
    if (isHeld() && audible.isEmpty()) {
      resume();
    }
    return true;
  }

  private void kill(Epoch epoch) {
    if (beside.contains(epoch) || generating.equals(new Generating.Active(epoch))) {
      want(new TurnAction.CancelReply(epoch));
    }
    made(epoch);
    audible.remove(epoch);
    dying.add(epoch);
  }

  void cutDone(TurnEvent.CutDone cut) {
    List.copyOf(dying).stream()
        .filter(epoch -> epoch.lane() == cut.lane() && epoch.n() <= cut.upTo())
        .forEach(epoch -> end(epoch, Outcome.CUT, Optional.of(cut.why())));
  }

  void close() {
    List<Epoch> open = new ArrayList<>(dying);
    open.addAll(audible);
    open.forEach(epoch -> end(epoch, Outcome.CUT, Optional.empty()));
    generating = new Generating.Idle();
    beside.clear();
    says.clear();
    wish = new Wish.None();
    closed = true;
  }

  // Tools.

  /** Notes a tool call; says whether it is one that has not been seen before. */
  boolean isNewCall(String callId) {
    if (!pastCalls.add(callId)) {
      return false;
    }
    openCalls.add(callId);
    if (pastCalls.size() > CALLS_REMEMBERED) {
      pastCalls.remove(pastCalls.iterator().next());
    }
    return true;
  }

  // What the system wants to say.

  void say(TurnEvent.SayWanted say) {
    if (say.when() == SayWhen.CUT) {
      interrupt(CutReason.SAY);
      startSay(say);
    } else if (says.size() >= policy.mostSays()) {
      want(
          new TurnAction.Refuse(
              Cue.Refusal.TOO_MUCH_TO_SAY,
              says.size() + " texts wait to be said already",
              Optional.empty()));
    } else {
      says.add(say);
    }
  }

  private void startSay(TurnEvent.SayWanted say) {
    start(Lane.SAY, epoch -> new TurnAction.StartSay(epoch, say.text()));
  }

  // What follows by itself.

  /** Starts what was waiting for just this moment. */
  void goOn() {
    if (closed) {
      return;
    }
    boolean quiet = caller instanceof Caller.Quiet;
    if (!isBusy()) {
      switch (wish) {
        case Wish.Answer answer -> startMain(answer.spec());
        case Wish.TellResults results -> {
          if (quiet && openCalls.isEmpty()) {
            startMain(ReplySpec.asConfigured());
          }
        }
        case Wish.Theirs theirs -> {}
        case Wish.None none -> {}
      }
    }
    while (!says.isEmpty() && maySay(says.element(), quiet)) {
      startSay(says.remove());
    }
    boolean nothingToCome =
        audible.isEmpty() && dying.isEmpty() && openCalls.isEmpty() && says.isEmpty();
    if (callerDone && quiet && nothingToCome && wish instanceof Wish.None) {
      callerDone = false; // hang up once
      want(new TurnAction.HangUp());
    }
  }

  private boolean maySay(TurnEvent.SayWanted say, boolean quiet) {
    return quiet && (say.when() == SayWhen.QUEUE ? !isBusy() : audible.isEmpty());
  }

  private static <T> Set<T> frozen(Set<T> thawed) {
    return Collections.unmodifiableSet(thawed); // keeps the order, which Set.copyOf does not
  }
}
