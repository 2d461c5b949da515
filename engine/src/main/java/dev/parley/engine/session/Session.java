package dev.parley.engine.session;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Command;
import dev.parley.engine.playout.PlayoutFact;
import dev.parley.engine.stage.StageFailed;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import dev.parley.engine.turn.TurnAction;
import dev.parley.engine.turn.TurnEvent;
import dev.parley.engine.turn.TurnKeeper;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.engine.turn.TurnPolicy.Owner;
import dev.parley.engine.turn.TurnState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;
import org.apache.pekko.actor.typed.javadsl.StashBuffer;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The only writer of one conversation: turns what it is told into events for the turn keeper, and
 * what the keeper wants into commands for model, playout and tools. No audio ever comes here.
 */
public final class Session extends AbstractBehavior<SessionCommand> {

  /** More facts than can pass in the instant between a session's birth and its wiring. */
  private static final int BEFORE_WIRING = 1_000;

  /**
   * What a session is born with.
   *
   * @param capabilities what its model can do
   * @param canHold whether its door can hold and resume
   * @param report completed when the session has ended, exactly once
   */
  public record Birth(
      String callId,
      SessionSettings settings,
      Capabilities capabilities,
      boolean canHold,
      CallClock clock,
      Drops drops,
      CompletableFuture<SessionReport> report) {}

  private final Birth birth;
  private final Wiring wiring;
  private final TimerScheduler<SessionCommand> timers;
  private final Tools tools;
  private final Tally tally = new Tally();
  private final ActorRef<SessionCommand> self;
  private TurnState state;

  private Session(
      ActorContext<SessionCommand> context,
      Birth birth,
      Wiring wiring,
      TimerScheduler<SessionCommand> timers) {
    super(context);
    this.birth = birth;
    this.wiring = wiring;
    this.timers = timers;
    this.tools = new Tools(birth.settings.tools());
    this.self = context.getSelf();
    this.state = TurnState.initial(fitting(birth.settings.policy()));
    record(new CallEvent.Opened());
  }

  /** A session that waits for its stream to run, and keeps what it is told meanwhile. */
  public static Behavior<SessionCommand> create(Birth birth) {
    return Behaviors.withTimers(
        timers ->
            Behaviors.withStash(
                BEFORE_WIRING, stash -> Behaviors.setup(context -> unwired(birth, timers, stash))));
  }

  private static Behavior<SessionCommand> unwired(
      Birth birth, TimerScheduler<SessionCommand> timers, StashBuffer<SessionCommand> stash) {
    return Behaviors.receive(SessionCommand.class)
        .onMessage(
            SessionCommand.Attached.class,
            attached ->
                stash.unstashAll(
                    Behaviors.setup(
                        context -> new Session(context, birth, attached.wiring(), timers))))
        .onMessage(
            SessionCommand.Stillborn.class,
            never -> {
              birth.report.completeExceptionally(never.why());
              return Behaviors.stopped();
            })
        .onAnyMessage(
            early -> {
              stash.stash(early);
              return Behaviors.same();
            })
        .onSignal(
            PostStop.class,
            stopped -> {
              birth.report.completeExceptionally(new SessionStopped(birth.callId));
              return Behaviors.same();
            })
        .build();
  }

  @Override
  public Receive<SessionCommand> createReceive() {
    return newReceiveBuilder()
        .onMessage(SessionCommand.StreamEnded.class, ended -> close(ended.failure()))
        .onAnyMessage(
            command -> {
              take(command);
              return this;
            })
        .onSignal(PostStop.class, stopped -> close(Optional.of(new SessionStopped(birth.callId))))
        .build();
  }

  private void take(SessionCommand command) {
    switch (command) {
      case SessionCommand.Say say -> {
        if (birth.capabilities.say() == Capabilities.Say.NO) {
          record(new CallEvent.Refused("this model cannot say a given text"));
        } else {
          keep(new TurnEvent.SayWanted(say.text(), say.when()));
        }
      }
      case SessionCommand.Reply reply ->
          keep(new TurnEvent.ReplyWanted(reply.spec(), reply.lane()));
      case SessionCommand.Cancel cancel -> keep(new TurnEvent.CancelWanted());
      case SessionCommand.Commit commit -> keep(new TurnEvent.Commit(commit.at()));
      case SessionCommand.Told told ->
          wiring.playout().told(told.epoch(), told.part(), told.until());
      case SessionCommand.Repolicy changed ->
          keep(new TurnEvent.PolicyChanged(fitting(changed.policy())));
      case SessionCommand.HangUp hangUp -> wiring.line().shutdown();
      case SessionCommand.FromCaller from -> heardOf(from.fact(), from.at());
      case SessionCommand.FromModel from -> {
        if (from.fact() instanceof Signal.Failure || state.policy().owner() == Owner.BACKEND) {
          tally.turns += from.fact() instanceof Signal.TurnEnded ? 1 : 0;
          heardOf(from.fact(), from.at());
        }
      }
      case SessionCommand.FromPlayout from -> toldBy(from.fact(), from.at());
      case SessionCommand.CutAnswered answered -> {
        if (!answered.cut().handedOver().isEmpty()) {
          tally.interruptions++;
        }
        record(
            new CallEvent.Interrupted(answered.cut().epochs(), answered.why(), answered.asked()),
            answered.at());
        keep(new TurnEvent.CutDone(answered.lane(), answered.upTo()));
      }
      case SessionCommand.ToolAnswered answered -> {
        timers.cancel(answered.callId());
        if (!state.openCalls().contains(answered.callId())) {
          return; // too late: the model has been told that it took too long
        }
        record(new CallEvent.ToolReturned(answered.callId(), answered.output()));
        keep(new TurnEvent.ToolReturned(answered.callId(), answered.output()));
      }
      case SessionCommand.ReplyRefused refused -> {
        record(new CallEvent.Refused("the model cannot make such a reply"));
        keep(new TurnEvent.Drained(refused.epoch(), ReplySignal.Outcome.FAILED));
      }
      case SessionCommand.DoubtOver over -> keep(new TurnEvent.DoubtEnded(over.ticket()));
      case SessionCommand.Attached again ->
          throw new IllegalStateException("a session is wired once");
      case SessionCommand.Stillborn never ->
          throw new IllegalStateException("a session that is wired was born well", never.why());
      case SessionCommand.StreamEnded ended -> throw new AssertionError("handled before");
    }
  }

  private void heardOf(Signal fact, Duration at) {
    record(new CallEvent.Caller(fact), at);
    switch (fact) {
      case Signal.SpeechStarted started -> keep(new TurnEvent.SpeechStarted(started.at()));
      case Signal.SpeechStopped stopped -> keep(new TurnEvent.SpeechStopped(stopped.at()));
      case Signal.TurnEnded ended -> {
        keep(new TurnEvent.TurnEnded(ended.at()));
      }
      case Signal.CallerDone done -> keep(new TurnEvent.CallerDone());
      case Signal.Dtmf key -> {} // the model hears it in its place
      case Signal.Failure failure -> record(new CallEvent.Failed(failure.where(), failure.what()));
    }
  }

  private void toldBy(PlayoutFact fact, Duration at) {
    switch (fact) {
      case PlayoutFact.Opened opened -> {
        record(new CallEvent.ReplyStarted(opened.epoch()), at);
        keep(new TurnEvent.Opened(opened.epoch()));
      }
      case PlayoutFact.ToolCalled(var call) -> {
        record(
            new CallEvent.ToolCalled(call.epoch(), call.callId(), call.name(), call.arguments()),
            at);
        keep(new TurnEvent.ToolCalled(call));
      }
      case PlayoutFact.Made made -> {
        record(new CallEvent.ReplyMade(made.epoch(), made.outcome()), at);
        keep(new TurnEvent.Made(made.epoch()));
      }
      case PlayoutFact.FirstAudio first -> record(new CallEvent.FirstAudio(first.epoch()), at);
      case PlayoutFact.Said said ->
          record(new CallEvent.Said(said.epoch(), said.part(), said.text()), at);
      case PlayoutFact.Drained drained -> {
        record(new CallEvent.Drained(drained.epoch(), drained.samples(), drained.rate()), at);
        keep(new TurnEvent.Drained(drained.epoch(), drained.outcome()));
      }
      case PlayoutFact.HeardOf heard -> {
        record(new CallEvent.HeardOf(heard.heard()), at);
        keep(new TurnEvent.HeardOf(heard.heard()));
      }
    }
  }

  private void keep(TurnEvent event) {
    TurnKeeper.Step step = TurnKeeper.on(state, event);
    state = step.state();
    step.actions().forEach(this::carryOut);
  }

  private void carryOut(TurnAction action) {
    switch (action) {
      case TurnAction.CommitTurn commit -> {
        tally.turns++;
        send(new Command.Commit(commit.until()));
      }
      case TurnAction.StartReply start -> {
        tally.replies++;
        record(new CallEvent.ReplyAsked(start.epoch()));
        start(start.epoch(), new Command.Reply(start.spec(), start.epoch()));
      }
      case TurnAction.StartSay say -> {
        tally.replies++;
        record(new CallEvent.ReplyAsked(say.epoch()));
        start(say.epoch(), new Command.Say(say.text(), say.epoch()));
      }
      case TurnAction.CancelReply cancel -> {
        if (birth.capabilities.cancel()) {
          send(new Command.Cancel(cancel.epoch()));
        }
      }
      case TurnAction.Truncate truncate -> {
        if (birth.capabilities.truncate()) {
          send(new Command.Truncate(truncate.heard()));
        }
      }
      case TurnAction.GiveToolResult result ->
          send(new Command.ToolResult(result.callId(), result.output()));
      case TurnAction.CutPlayout cut -> cut(cut);
      case TurnAction.HoldPlayout hold -> {
        record(new CallEvent.Held(hold.on()));
        wiring.playout().hold(hold.on());
      }
      case TurnAction.End end -> record(new CallEvent.ReplyOver(end.epoch(), end.outcome()));
      case TurnAction.RunTool run -> {
        String callId = run.call().callId();
        timers.startSingleTimer(
            callId, new SessionCommand.ToolAnswered(callId, Tools.TIMED_OUT), Tools.PATIENCE);
        tools
            .run(run.call().name(), run.call().arguments())
            .thenAccept(output -> self.tell(new SessionCommand.ToolAnswered(callId, output)));
      }
      case TurnAction.DoubtFor doubt ->
          timers.startSingleTimer(new SessionCommand.DoubtOver(doubt.ticket()), doubt.span());
      case TurnAction.Refuse refuse -> record(new CallEvent.Refused(refuse.why()));
      case TurnAction.HangUp hangUp -> wiring.line().shutdown();
    }
  }

  private void start(Epoch epoch, Command command) {
    wiring
        .model()
        .send(command)
        .thenAccept(
            ack -> {
              if (ack == Ack.UNSUPPORTED || ack == Ack.NOTHING) {
                self.tell(new SessionCommand.ReplyRefused(epoch));
              }
            });
  }

  private void send(Command command) {
    wiring.model().send(command); // that it is gone is told by the end of the stream
  }

  private void cut(TurnAction.CutPlayout cut) {
    Duration asked = birth.clock.now();
    wiring
        .playout()
        .cut(cut.lane(), cut.upTo())
        .thenAccept(
            done ->
                self.tell(
                    new SessionCommand.CutAnswered(
                        cut.lane(), cut.upTo(), cut.why(), asked, done, birth.clock.now())));
  }

  /** What the door and the model can keep of a policy. */
  private TurnPolicy fitting(TurnPolicy policy) {
    TurnPolicy kept = birth.canHold ? policy : policy.withDoubt(Duration.ZERO);
    return birth.capabilities.turns() == Capabilities.Turns.NONE
        ? kept.withCreateResponse(false).withInterruptResponse(false) // it has one reply only
        : kept;
  }

  private void record(CallEvent event) {
    record(event, birth.clock.now());
  }

  private void record(CallEvent event, Duration at) {
    birth.settings.telemetry().record(birth.callId, at, event);
  }

  /** Ends the conversation; what comes later changes nothing. */
  private Behavior<SessionCommand> close(Optional<Throwable> failure) {
    if (!birth.report.isDone()) {
      try {
        keep(new TurnEvent.Closed());
        failure.ifPresent(
            why -> record(new CallEvent.Failed(where(why), String.valueOf(why.getMessage()))));
        record(new CallEvent.Closed());
      } finally { // a listener that throws takes neither the line nor the report with it
        failure.ifPresent(why -> wiring.line().abort(why));
        birth.report.complete(tally.report(birth, failure));
      }
    }
    return Behaviors.stopped();
  }

  private static String where(Throwable failure) {
    return failure instanceof StageFailed failed ? failed.stage() : "call";
  }

  /** Counts for the report. */
  private static final class Tally {

    private long turns;
    private long replies;
    private long interruptions;

    SessionReport report(Birth birth, Optional<Throwable> failure) {
      return new SessionReport(
          birth.callId,
          birth.clock.now(),
          turns,
          replies,
          interruptions,
          birth.drops.snapshot(),
          failure);
    }
  }
}
