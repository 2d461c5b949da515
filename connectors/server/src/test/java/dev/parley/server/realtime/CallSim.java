package dev.parley.server.realtime;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.turn.TurnAction;
import dev.parley.engine.turn.TurnEvent;
import dev.parley.engine.turn.TurnKeeper;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.engine.turn.TurnState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * A call without streams: the real turn keeper between a model that says anything and a playout in
 * which notices overtake what waits, a cut takes away what waits, and a reply is over when its last
 * frame has left. What it hands to the door is therefore what a real call may.
 */
final class CallSim {

  private final RandomGenerator random;
  private final Deque<Cue> urgent = new ArrayDeque<>();
  private final Deque<Outbound> waiting = new ArrayDeque<>();
  private final Map<Epoch, Deque<Outbound>> making = new HashMap<>();
  private final Set<Epoch> open = new HashSet<>();
  private final Set<Epoch> revoked = new HashSet<>();
  private final Deque<TurnEvent> answers = new ArrayDeque<>();
  private TurnState state = TurnState.initial(TurnPolicy.defaults());
  private boolean speaking;
  private boolean calm;
  private Position heard = Position.start(AudioCodec.RATE);
  private Position speechStart = heard;

  CallSim(RandomGenerator random) {
    this.random = random;
  }

  /** From now on all replies are written and succeed. */
  void calmDown() {
    calm = true;
  }

  void hear(Position end) {
    heard = end;
  }

  /** The door wants something. */
  void take(SessionCommand command) {
    switch (command) {
      case SessionCommand.Reply reply ->
          keep(new TurnEvent.ReplyWanted(reply.spec(), reply.lane()));
      case SessionCommand.Cancel cancel ->
          keep(new TurnEvent.CancelWanted(cancel.which(), cancel.tag()));
      case SessionCommand.Commit commit -> keep(new TurnEvent.Commit(commit.at()));
      case SessionCommand.Repolicy changed -> keep(new TurnEvent.PolicyChanged(changed.policy()));
      default -> {} // for the model, the ear or the rooms
    }
  }

  /** Something happens by itself. */
  void move() {
    switch (random.nextInt(8)) {
      case 0 -> speak();
      case 1 -> hesitate();
      default -> make();
    }
    while (!answers.isEmpty() && random.nextInt(3) > 0) {
      keep(answers.remove());
    }
  }

  /** What is on its way goes on, and nothing new happens. */
  void rest() {
    make();
    while (!answers.isEmpty()) {
      keep(answers.remove());
    }
  }

  private void speak() {
    if (!speaking) {
      speaking = true;
      speechStart = heard;
      Signal fact = new Signal.SpeechStarted(heard, heard);
      keep(new TurnEvent.SpeechStarted(heard));
      urgent.add(new Cue.Caller(fact));
    } else {
      speaking = false;
      urgent.add(new Cue.Caller(new Signal.TurnEnded(speechStart, heard, heard)));
      keep(new TurnEvent.SpeechStopped(heard));
      keep(new TurnEvent.TurnEnded(heard));
    }
  }

  private void hesitate() {
    if (random.nextBoolean()) {
      waiting.add(new Signal.Words("some words", heard, random.nextBoolean()));
    } else {
      waiting.add(new Signal.Failure("model", "It is tired."));
    }
  }

  /** The model makes the next frame of one of its replies. */
  private void make() {
    List<Epoch> epochs = new ArrayList<>(making.keySet());
    if (epochs.isEmpty()) {
      return;
    }
    Epoch epoch = epochs.get(random.nextInt(epochs.size()));
    Outbound frame = making.getOrDefault(epoch, new ArrayDeque<>()).poll();
    if (frame == null) {
      making.remove(epoch);
      return;
    }
    if (frame instanceof ReplySignal.Started && !revoked.contains(epoch)) {
      open.add(epoch);
      keep(new TurnEvent.Opened(epoch));
    }
    if (open.contains(epoch)) {
      waiting.add(frame);
      if (frame instanceof ReplySignal.Ended) {
        keep(new TurnEvent.Made(epoch));
      }
    }
  }

  /** The next frame for the door, if there is any. */
  Optional<Outbound> next() {
    Outbound frame = urgent.isEmpty() ? waiting.poll() : urgent.poll();
    if (frame instanceof ReplySignal.Ended ended) {
      open.remove(ended.epoch());
      answers.add(new TurnEvent.Drained(ended.epoch(), ended.outcome()));
    }
    return Optional.ofNullable(frame);
  }

  /** Whether anything will still come of itself. */
  boolean isBusy() {
    return !urgent.isEmpty() || !waiting.isEmpty() || !making.isEmpty() || !answers.isEmpty();
  }

  private void keep(TurnEvent event) {
    TurnKeeper.Step step = TurnKeeper.on(state, event);
    state = step.state();
    step.actions().forEach(this::carryOut);
  }

  private void carryOut(TurnAction action) {
    switch (action) {
      case TurnAction.StartReply start -> {
        urgent.add(new Cue.Asked(start.epoch(), start.spec().tag()));
        if (!calm && random.nextInt(10) == 0) { // the model will not
          answers.add(new TurnEvent.Drained(start.epoch(), Outcome.FAILED));
        } else {
          making.put(start.epoch(), new SimReply(random, calm).frames(new Reply(start.epoch())));
        }
      }
      case TurnAction.CancelReply cancel -> making.remove(cancel.epoch());
      case TurnAction.CutPlayout cut ->
          cut(cut.lane(), cut.upTo(), cut.why(), epoch -> epoch.n() <= cut.upTo());
      case TurnAction.CutReply cut ->
          cut(cut.epoch().lane(), cut.epoch().n(), cut.why(), epoch -> epoch.equals(cut.epoch()));
      case TurnAction.End end -> urgent.add(new Cue.Over(end.epoch(), end.outcome(), end.why()));
      case TurnAction.Refuse refuse ->
          urgent.add(new Cue.Refused(refuse.reason(), refuse.why(), refuse.tag()));
      default -> {}
    }
  }

  private void cut(Epoch.Lane lane, long upTo, CutReason why, Predicate<Epoch> which) {
    List<Epoch> cut =
        open.stream().filter(epoch -> epoch.lane() == lane && which.test(epoch)).toList();
    for (long n = 1; n <= upTo; n++) {
      Epoch epoch = new Epoch(lane, n);
      if (which.test(epoch)) {
        revoked.add(epoch);
      }
    }
    cut.forEach(open::remove);
    waiting.removeIf(frame -> frame instanceof OfReply of && cut.contains(of.epoch()));
    if (!cut.isEmpty()) {
      urgent.addFirst(new Cue.Interrupted(cut));
    }
    answers.add(new TurnEvent.CutDone(lane, upTo, why));
  }
}
