package dev.parley.engine.session;

import dev.parley.engine.conversation.Item;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Command;
import dev.parley.engine.playout.PlayoutFact;
import dev.parley.engine.stage.StageFailed;
import dev.parley.engine.stage.Tuner;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import dev.parley.engine.turn.TurnEvent;
import dev.parley.engine.turn.TurnKeeper;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.engine.turn.TurnPolicy.Owner;
import dev.parley.engine.turn.TurnState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
   * @param wantsNotices whether its door wants to be told what the conversation decides
   * @param depths what waits at the call's edges
   * @param report completed when the session has ended, exactly once
   */
  public record Birth(
      String callId,
      SessionSettings settings,
      Capabilities capabilities,
      boolean canHold,
      boolean wantsNotices,
      CallClock clock,
      Drops drops,
      Depths depths,
      CompletableFuture<SessionReport> report) {

    void record(CallEvent event) {
      record(event, clock.now());
    }

    void record(CallEvent event, Duration at) {
      settings.telemetry().record(callId, at, event);
    }
  }

  private final Birth birth;
  private final Wiring wiring;
  private final TimerScheduler<SessionCommand> timers;
  private final Tools tools;
  private final Tally tally = new Tally();
  private final Orders orders;
  private Position settled = Position.start(1);
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
    this.tools = new Tools(birth.settings.tools(), birth.settings.brief());
    this.orders = new Orders(birth, wiring, timers, context.getSelf(), tools, tally);
    this.state = TurnState.initial(fitting(birth.settings.policy()));
    birth.record(new CallEvent.Opened(birth.depths));
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
          orders.refuse(
              Cue.Refusal.CANNOT_SAY, "this model cannot say a given text", Optional.empty());
        } else {
          keep(new TurnEvent.SayWanted(say.text(), say.when()));
        }
      }
      case SessionCommand.Reply reply ->
          keep(new TurnEvent.ReplyWanted(reply.spec(), reply.lane()));
      case SessionCommand.Cancel cancel ->
          keep(new TurnEvent.CancelWanted(cancel.which(), cancel.tag()));
      case SessionCommand.Commit commit -> {
        settled = commit.at();
        birth.record(new CallEvent.Committed(commit.at()));
        keep(new TurnEvent.Commit(commit.at()));
      }
      case SessionCommand.Clear clear -> {
        settled = clear.at();
        keep(new TurnEvent.Cleared());
        orders.send(new Command.Clear(clear.at()));
      }
      case SessionCommand.Remember(Item.ToolResult(var id, var callId, var output), var place) -> {
        birth.record(new CallEvent.ToolReturned(callId, output));
        orders.send(new Command.ToolResult(callId, output));
      }
      case SessionCommand.Remember remember ->
          orders.send(new Command.AddItem(remember.item(), remember.place()));
      case SessionCommand.Forget forget -> orders.send(new Command.RemoveItem(forget.itemId()));
      case SessionCommand.Configure configure ->
          orders.send(new Command.Configure(tools.briefed(configure.brief())));
      case SessionCommand.Tune tune -> {
        Tuner tuner = wiring.tuners().get(tune.stage());
        if (tuner != null) {
          tuner.tune(tune.settings());
        }
      }
      case SessionCommand.Told told ->
          wiring.playout().told(told.epoch(), told.part(), told.until(), told.speed());
      case SessionCommand.Repolicy changed ->
          keep(new TurnEvent.PolicyChanged(fitting(changed.policy())));
      case SessionCommand.HangUp hangUp -> wiring.line().shutdown();
      case SessionCommand.FromCaller from -> heardOf(from.fact(), from.at());
      case SessionCommand.FromModel from -> {
        if (isOfTheModel(from.fact()) || state.policy().owner() == Owner.BACKEND) {
          if (from.fact() instanceof Signal.TurnEnded) {
            tally.turn();
          }
          heardOf(from.fact(), from.at());
        }
      }
      case SessionCommand.FromPlayout from -> toldBy(from.fact(), from.at());
      case SessionCommand.CutAnswered answered -> {
        if (!answered.cut().handedOver().isEmpty()) {
          tally.interruption();
        }
        birth.record(
            new CallEvent.Interrupted(answered.cut().epochs(), answered.why(), answered.asked()),
            answered.at());
        keep(new TurnEvent.CutDone(answered.lane(), answered.upTo(), answered.why()));
      }
      case SessionCommand.ToolAnswered answered -> {
        timers.cancel(answered.callId());
        if (!state.openCalls().contains(answered.callId())) {
          return; // too late: the model has been told that it took too long
        }
        birth.record(new CallEvent.ToolReturned(answered.callId(), answered.output()));
        keep(new TurnEvent.ToolReturned(answered.callId(), answered.output()));
      }
      case SessionCommand.ReplyRefused refused -> {
        birth.record(new CallEvent.Refused("the model cannot make such a reply"));
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

  /**
   * Whether a fact tells of speech that the client has committed or cleared as a whole meanwhile: a
   * detector needs its time.
   */
  private boolean isSettled(Signal fact) {
    return switch (fact) {
      case Signal.SpeechStarted started -> isSettled(started.detected());
      case Signal.TurnEnded ended -> isSettled(ended.at());
      default -> false;
    };
  }

  private boolean isSettled(Position heard) {
    return settled.sample() > 0 && heard.compareTo(settled.at(heard.rate())) <= 0;
  }

  /** Whether a model may say so, although it does not own the turns. */
  private static boolean isOfTheModel(Signal fact) {
    return switch (fact) {
      case Signal.Failure failure -> true;
      case Signal.Words words -> true;
      case Signal.Unfinished more -> true;
      default -> false;
    };
  }

  private void heardOf(Signal fact, Duration at) {
    if (isSettled(fact)) {
      return;
    }
    birth.record(new CallEvent.Caller(fact), at);
    if (!(fact instanceof Signal.SpeechStarted)) {
      orders.tell(new Cue.Caller(fact)); // before whatever follows from it
    }
    switch (fact) {
      case Signal.SpeechStarted started -> {
        keep(new TurnEvent.SpeechStarted(started.at()));
        orders.tell(new Cue.Caller(fact)); // when what it cuts has been cut
      }
      case Signal.SpeechStopped stopped -> keep(new TurnEvent.SpeechStopped(stopped.at()));
      case Signal.TurnEnded ended -> keep(new TurnEvent.TurnEnded(ended.at()));
      case Signal.CallerDone done -> keep(new TurnEvent.CallerDone());
      case Signal.Dtmf key -> {} // the model hears it in its place
      case Signal.Words words -> {} // nor do turns hang on what is said
      case Signal.Unfinished more -> wiring.tuners().values().forEach(stage -> stage.hint(more));
      case Signal.Failure failure ->
          birth.record(new CallEvent.Failed(failure.where(), failure.what()));
    }
  }

  private void toldBy(PlayoutFact fact, Duration at) {
    switch (fact) {
      case PlayoutFact.Opened opened -> {
        birth.record(new CallEvent.ReplyStarted(opened.epoch()), at);
        keep(new TurnEvent.Opened(opened.epoch()));
      }
      case PlayoutFact.ToolCalled(var call) -> {
        birth.record(
            new CallEvent.ToolCalled(call.epoch(), call.callId(), call.name(), call.arguments()),
            at);
        boolean clients = birth.wantsNotices && !tools.has(call.epoch(), call.name());
        if (!clients) { // whose result comes as an item, when and if the client likes
          keep(new TurnEvent.ToolCalled(call));
        }
      }
      case PlayoutFact.Made made -> {
        birth.record(new CallEvent.ReplyMade(made.epoch(), made.outcome()), at);
        keep(new TurnEvent.Made(made.epoch()));
      }
      case PlayoutFact.AudioMade made -> birth.record(new CallEvent.AudioMade(made.epoch()), at);
      case PlayoutFact.FirstAudio first ->
          birth.record(new CallEvent.FirstAudio(first.epoch()), at);
      case PlayoutFact.Said said ->
          birth.record(new CallEvent.Said(said.epoch(), said.part(), said.text()), at);
      case PlayoutFact.Drained drained -> {
        birth.record(new CallEvent.Drained(drained.epoch(), drained.samples(), drained.rate()), at);
        keep(new TurnEvent.Drained(drained.epoch(), drained.outcome()));
      }
      case PlayoutFact.HeardOf heard -> {
        birth.record(new CallEvent.HeardOf(heard.heard()), at);
        keep(new TurnEvent.HeardOf(heard.heard()));
      }
    }
  }

  private void keep(TurnEvent event) {
    TurnKeeper.Step step = TurnKeeper.on(state, event);
    state = step.state();
    step.actions().forEach(orders::carryOut);
  }

  /** What the door and the model can keep of a policy. */
  private TurnPolicy fitting(TurnPolicy policy) {
    TurnPolicy kept = birth.canHold ? policy : policy.withDoubt(Duration.ZERO);
    return birth.capabilities.turns() == Capabilities.Turns.NONE
        ? kept.withCreateResponse(false).withInterruptResponse(false) // it has one reply only
        : kept;
  }

  /** Ends the conversation; what comes later changes nothing. */
  private Behavior<SessionCommand> close(Optional<Throwable> failure) {
    if (!birth.report.isDone()) {
      try {
        keep(new TurnEvent.Closed());
        failure.ifPresent(
            why ->
                birth.record(new CallEvent.Failed(where(why), String.valueOf(why.getMessage()))));
        orders.tellOfDrops();
        birth.record(new CallEvent.Closed());
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
}
