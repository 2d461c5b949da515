package dev.parley.engine.session;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.playout.Cut;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.turn.TurnAction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * Carries out what the turn keeper wants: commands for the model, the playout and the tools, and
 * notices for the door. Belongs to one session and its thread; answers come back to the session as
 * messages.
 */
final class Orders {

  private final Session.Birth birth;
  private final Wiring wiring;
  private final TimerScheduler<SessionCommand> timers;
  private final ActorRef<SessionCommand> self;
  private final Tools tools;
  private final Tally tally;
  private final Map<String, Long> toldOf = new HashMap<>();

  Orders(
      Session.Birth birth,
      Wiring wiring,
      TimerScheduler<SessionCommand> timers,
      ActorRef<SessionCommand> self,
      Tools tools,
      Tally tally) {
    this.birth = birth;
    this.wiring = wiring;
    this.timers = timers;
    this.self = self;
    this.tools = tools;
    this.tally = tally;
  }

  void carryOut(TurnAction action) {
    switch (action) {
      case TurnAction.CommitTurn commit -> {
        tally.turn();
        send(new Command.Commit(commit.until()));
      }
      case TurnAction.StartReply start -> start(start);
      case TurnAction.StartSay say -> {
        asked(say.epoch(), Optional.empty());
        begin(say.epoch(), new Command.Say(say.text(), say.epoch()));
      }
      case TurnAction.CancelReply cancel -> cancel(cancel.epoch());
      case TurnAction.Truncate truncate -> {
        if (birth.capabilities().truncate()) {
          send(new Command.Truncate(truncate.heard()));
        }
      }
      case TurnAction.GiveToolResult result ->
          send(new Command.ToolResult(result.callId(), result.output()));
      case TurnAction.CutPlayout(Epoch.Lane lane, long upTo, CutReason why) ->
          cut(lane, upTo, why, wiring.playout().cut(lane, upTo));
      case TurnAction.CutReply(Epoch epoch, CutReason why) ->
          cut(epoch.lane(), epoch.n(), why, wiring.playout().cut(epoch));
      case TurnAction.HoldPlayout hold -> {
        birth.record(new CallEvent.Held(hold.on()));
        wiring.playout().hold(hold.on());
      }
      case TurnAction.End end -> {
        birth.record(new CallEvent.ReplyOver(end.epoch(), end.outcome()));
        tools.over(end.epoch());
        tellOfDrops();
        tell(new Cue.Over(end.epoch(), end.outcome(), end.why()));
      }
      case TurnAction.RunTool run -> run(run);
      case TurnAction.DoubtFor doubt ->
          timers.startSingleTimer(new SessionCommand.DoubtOver(doubt.ticket()), doubt.span());
      case TurnAction.Refuse refuse -> refuse(refuse.reason(), refuse.why(), refuse.tag());
      case TurnAction.HangUp hangUp -> wiring.line().shutdown();
    }
  }

  /** Tells the door what the conversation decided, if it wants to know. */
  void tell(Cue.Notice notice) {
    if (birth.wantsNotices()) {
      wiring.playout().notice(notice);
    }
  }

  /** What was thrown away since the last time, edge by edge. */
  void tellOfDrops() {
    birth
        .drops()
        .snapshot()
        .forEach(
            (edge, count) -> {
              long more = count - toldOf.getOrDefault(edge, 0L);
              if (more > 0) {
                toldOf.put(edge, count);
                birth.record(new CallEvent.Dropped(edge, more));
              }
            });
  }

  void refuse(Cue.Refusal reason, String why, Optional<String> tag) {
    birth.record(new CallEvent.Refused(why));
    tell(new Cue.Refused(reason, why, tag));
  }

  void send(Command command) {
    wiring.model().send(command); // that it is gone is told by the end of the stream
  }

  private void start(TurnAction.StartReply start) {
    ReplySpec spec = start.spec();
    asked(start.epoch(), spec.tag());
    ReplySpec full =
        spec.own().map(own -> tools.briefed(start.epoch(), own)).map(spec::withOwn).orElse(spec);
    begin(start.epoch(), new Command.Reply(full, start.epoch()));
  }

  private void asked(Epoch epoch, Optional<String> tag) {
    tally.reply();
    birth.record(new CallEvent.ReplyAsked(epoch));
    tell(new Cue.Asked(epoch, tag));
  }

  private void begin(Epoch epoch, Command command) {
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

  private void cancel(Epoch epoch) {
    if (birth.capabilities().cancel()) {
      wiring
          .model()
          .send(new Command.Cancel(epoch))
          .thenAccept(ack -> birth.record(new CallEvent.Stopped(epoch)));
    }
  }

  private void cut(Epoch.Lane lane, long upTo, CutReason why, CompletionStage<Cut> answer) {
    Duration asked = birth.clock().now();
    answer.thenAccept(
        done ->
            self.tell(
                new SessionCommand.CutAnswered(lane, upTo, why, asked, done, birth.clock().now())));
  }

  private void run(TurnAction.RunTool run) {
    String callId = run.call().callId();
    timers.startSingleTimer(
        callId, new SessionCommand.ToolAnswered(callId, Tools.TIMED_OUT), Tools.PATIENCE);
    tools
        .run(run.call().name(), run.call().arguments())
        .thenAccept(output -> self.tell(new SessionCommand.ToolAnswered(callId, output)));
  }
}
