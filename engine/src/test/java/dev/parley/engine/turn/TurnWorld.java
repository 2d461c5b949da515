package dev.parley.engine.turn;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A model, a playout, tools and a clock around the keeper, in a few lines each: they do what they
 * are told, but when they do it, and in which order their answers arrive, is somebody else's
 * choice. Checks the keeper's promises at every step.
 */
final class TurnWorld {

  private enum Stage {
    ASKED,
    OPEN,
    MADE
  }

  TurnState state;
  final List<TurnAction> all = new ArrayList<>();
  final Map<Epoch, Outcome> ended = new LinkedHashMap<>();
  final Set<Epoch> started = new HashSet<>();
  boolean heldPlayout;
  boolean hungUp;
  private final Map<Epoch, Stage> model = new LinkedHashMap<>();
  private final Set<Epoch> playing = new HashSet<>();
  private final Deque<TurnEvent> answers = new ArrayDeque<>();
  private final Set<String> ran = new HashSet<>();
  private int calls;
  private int goodbyes;

  TurnWorld(TurnPolicy policy) {
    state = TurnState.initial(policy);
  }

  /** Tells the keeper something and carries out what it wants. */
  List<TurnAction> tell(TurnEvent event) {
    boolean wasClosed = state.closed();
    switch (event) { // whoever tells it, true or not: from now on it is so
      case TurnEvent.Made made -> model.remove(made.epoch());
      case TurnEvent.Drained drained -> {
        model.remove(drained.epoch());
        playing.remove(drained.epoch());
      }
      case TurnEvent.CallerDone done -> goodbyes++;
      default -> {}
    }
    TurnKeeper.Step step = TurnKeeper.on(state, event);
    require(!wasClosed || step.actions().isEmpty(), "wants " + step.actions() + " after Closed");
    state = step.state();
    for (TurnAction action : step.actions()) {
      all.add(action);
      carryOut(action);
    }
    return step.actions();
  }

  private void carryOut(TurnAction action) {
    switch (action) {
      case TurnAction.StartReply start -> start(start.epoch());
      case TurnAction.StartSay say -> start(say.epoch());
      case TurnAction.CancelReply cancel -> {
        require(started.contains(cancel.epoch()), "cancels what was never started");
        require(!ended.containsKey(cancel.epoch()), "cancels what has ended");
        model.remove(cancel.epoch());
      }
      case TurnAction.CutPlayout cut -> {
        // In the same instant the playout lets go; only its answer takes a while.
        playing.removeIf(e -> e.lane() == cut.lane() && e.n() <= cut.upTo());
        model.keySet().removeIf(e -> e.lane() == cut.lane() && e.n() <= cut.upTo());
        answers.add(new TurnEvent.CutDone(cut.lane(), cut.upTo(), cut.why()));
      }
      case TurnAction.CutReply cut ->
          answers.add(new TurnEvent.CutDone(cut.epoch().lane(), cut.epoch().n(), cut.why()));
      case TurnAction.HoldPlayout hold -> heldPlayout = hold.on();
      case TurnAction.End end -> {
        require(started.contains(end.epoch()), "ends what was never started: " + end);
        require(ended.put(end.epoch(), end.outcome()) == null, "ends twice: " + end);
      }
      case TurnAction.RunTool run -> {
        require(ran.add(run.call().callId()), "runs a tool twice: " + run);
        answers.add(new TurnEvent.ToolReturned(run.call().callId(), "{}"));
      }
      case TurnAction.DoubtFor doubt -> answers.add(new TurnEvent.DoubtEnded(doubt.ticket()));
      case TurnAction.HangUp hangUp -> {
        hungUp = true;
        require(goodbyes-- > 0, "hangs up more often than the caller is done");
      }
      case TurnAction.CommitTurn commit -> {}
      case TurnAction.GiveToolResult result ->
          require(ran.contains(result.callId()), "gives a result of no call");
      case TurnAction.Truncate truncate -> {}
      case TurnAction.Refuse refuse -> {}
    }
  }

  private void start(Epoch epoch) {
    require(started.add(epoch), "starts twice: " + epoch);
    require(
        epoch.lane() != Lane.MAIN || model.keySet().stream().noneMatch(e -> e.lane() == Lane.MAIN),
        "two replies in MAIN: " + model.keySet() + " and " + epoch);
    model.put(epoch, Stage.ASKED);
    playing.add(epoch);
  }

  /** One reply of the model's, or the playout, or an answer that is due, moves on by one step. */
  void move(int choice) {
    List<Runnable> moves = new ArrayList<>();
    if (!answers.isEmpty()) {
      moves.add(() -> tell(answers.remove()));
      moves.add(() -> answers.add(answers.remove())); // the next answer overtakes this one
    }
    for (Map.Entry<Epoch, Stage> making : model.entrySet()) {
      moves.add(() -> make(making.getKey(), making.getValue()));
    }
    for (Epoch epoch : playing) {
      if (!model.containsKey(epoch) && !heldPlayout) {
        moves.add(() -> drain(epoch));
      }
    }
    if (!moves.isEmpty()) {
      moves.get(Math.floorMod(choice, moves.size())).run();
    }
  }

  private void make(Epoch epoch, Stage stage) {
    switch (stage) {
      case ASKED -> {
        model.put(epoch, Stage.OPEN);
        tell(new TurnEvent.Opened(epoch));
      }
      case OPEN -> {
        model.put(epoch, Stage.MADE);
        if (epoch.lane() == Lane.MAIN && epoch.n() % 3 == 1) {
          tell(called(epoch, "call_" + ++calls));
        }
      }
      case MADE -> {
        model.remove(epoch);
        tell(new TurnEvent.Made(epoch));
      }
    }
  }

  static TurnEvent called(Epoch epoch, String callId) {
    return new TurnEvent.ToolCalled(new ReplySignal.ToolCall(epoch, 0, callId, "tool", "{}"));
  }

  private void drain(Epoch epoch) {
    playing.remove(epoch);
    tell(new TurnEvent.Drained(epoch, Outcome.COMPLETED));
    tell(new TurnEvent.HeardOf(new Heard(epoch, 0, new Position(1, 24_000), Heard.Basis.COUNTED)));
  }

  /** Lets everything happen that still can, while nobody says anything. */
  void settle() {
    for (int i = 0; i < 10_000 && canMove(); i++) {
      // an answer is told rather than put back: the even choices of two
      move(answers.isEmpty() ? i : 0);
    }
    require(!canMove(), "does not come to rest");
  }

  private boolean canMove() {
    return !answers.isEmpty() || !model.isEmpty() || (!heldPlayout && !playing.isEmpty());
  }

  boolean isSilent() {
    return playing.isEmpty() && model.isEmpty();
  }

  long count(Predicate<TurnAction> wanted) {
    return all.stream().filter(wanted).count();
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError("the keeper " + otherwise);
    }
  }
}
