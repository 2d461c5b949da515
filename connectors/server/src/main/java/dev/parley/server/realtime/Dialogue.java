package dev.parley.server.realtime;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.wire.ClientEvent;
import dev.parley.wire.ReplyTimes;
import dev.parley.wire.ServerEvent;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.error.WireError;
import dev.parley.wire.session.SessionKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The Realtime protocol of one session, without socket and stream: what the client says goes in on
 * one side, what the call says on the other, and events and commands come out through the {@link
 * Line}.
 *
 * <p>Source: OpenAI's Realtime API, general availability. One owner.
 */
final class Dialogue {

  private static final int GOING_AWAY = 1001;

  private final Conversation conversation;
  private final CallerTurns turns;
  private final ClientDesk client;
  private final ReplyDesk replies;
  private final IdleWait idleWait = new IdleWait();

  Dialogue(Conversation conversation, Tuning tuning) {
    this(conversation, tuning, Set.of());
  }

  /**
   * @param ownTools the tools that the session carries out itself, by name
   */
  Dialogue(Conversation conversation, Tuning tuning, Set<String> ownTools) {
    this.conversation = conversation;
    this.turns = new CallerTurns(conversation);
    this.client = new ClientDesk(conversation, turns, tuning);
    this.replies = new ReplyDesk(conversation, ownTools);
  }

  /** The connection is open. */
  void open() {
    conversation.send(new ServerEvent.SessionCreated(conversation.config()));
    if (conversation.config().kind() == SessionKind.REALTIME) {
      conversation.send(new ServerEvent.ConversationCreated(conversation.id()));
    }
  }

  /** The client says something that can be understood. */
  void take(ClientEvent event) {
    Optional<Duration> before = TurnTaking.idleTimeout(conversation.config());
    client.take(event);
    if (!TurnTaking.idleTimeout(conversation.config()).equals(before)) {
      waitForTheCaller();
    }
  }

  /** The client says something that cannot be understood. */
  void refuse(WireError error) {
    conversation.complain(error, Optional.empty());
  }

  /** The call says something. */
  void take(Outbound frame) {
    switch (frame) {
      case OfReply reply -> {
        if (reply instanceof ReplySignal.Ended && reply.epoch().lane() != Epoch.Lane.SIDE) {
          idleWait.replyMade(conversation.input().end(), conversation.line().nanos());
        }
        replies.frame(reply);
      }
      case Cue.Caller(Signal fact) -> heard(fact);
      case Cue.Asked asked -> {
        conversation.line().letSleep();
        if (asked.epoch().lane() != Epoch.Lane.SIDE) {
          idleWait.replyAsked();
        }
        replies.asked(asked);
      }
      case Cue.Refused refused -> replies.refused(refused);
      case Cue.Over over -> {
        replies.over(over);
        boolean callerSpeaks = over.why().equals(Optional.of(CutReason.BARGE_IN));
        if (!callerSpeaks && over.epoch().lane() != Epoch.Lane.SIDE) {
          waitForTheCaller();
        }
      }
      case Cue.Interrupted cut -> conversation.line().record(new CallEvent.Flushed(cut.epochs()));
      case Cue.Mark unasked -> {}
      case Signal fact -> told(fact);
    }
  }

  /** A fact about the caller, when the conversation has drawn its conclusions. */
  private void heard(Signal fact) {
    switch (fact) {
      case Signal.SpeechStarted started -> {
        conversation.line().letSleep();
        turns.speechStarted(started);
      }
      case Signal.TurnEnded ended -> turns.turnEnded(ended);
      case Signal.SpeechStopped pause -> {} // the turn may go on
      case Signal.Unfinished thought -> {} // and then does, as the call knows
      case Signal.Dtmf key -> {} // for calls by telephone, which have a door of their own
      case Signal.CallerDone done -> {}
      case Signal.Words words -> {}
      case Signal.Failure failure -> {}
    }
  }

  /** A fact that the model tells. */
  private void told(Signal fact) {
    switch (fact) {
      case Signal.Words words -> turns.words(words);
      case Signal.Failure failure -> replies.failed(failure);
      default -> {}
    }
  }

  /** All has been said and played: it is the caller's turn. */
  private void waitForTheCaller() {
    Optional<Duration> idle = TurnTaking.idleTimeout(conversation.config());
    if (idle.isPresent() && !turns.isSpeaking() && conversation.responses().active().isEmpty()) {
      idleWait.begin(conversation.input().end(), conversation.line().nanos());
      conversation.line().wakeAfter(idle.get());
    } else {
      conversation.line().letSleep();
    }
  }

  /** The caller has not said anything for as long as the client wants to wait. */
  void wake() {
    Optional<Duration> idle = TurnTaking.idleTimeout(conversation.config());
    if (idle.isEmpty() || turns.isSpeaking() || conversation.responses().active().isPresent()) {
      return;
    }
    Position now = conversation.input().end();
    long since = Math.max(idleWait.since(), turns.settled());
    if (now.sample() - since < InputBuffer.LEAST) { // who sends nothing may have muted themselves
      conversation.line().wakeAfter(idle.get());
      return;
    }
    turns.timedOut(since);
    conversation.line().tell(new SessionCommand.Commit(now));
    conversation.line().tell(new SessionCommand.Reply(ReplySpec.asConfigured(), Epoch.Lane.MAIN));
  }

  /** It is known why an answer took as long as it did. */
  void timed(Epoch epoch, ReplyTimes times) {
    conversation
        .responses()
        .get(epoch)
        .ifPresent(answer -> conversation.send(new ServerEvent.ReplyTimed(answer.id(), times)));
  }

  /** The session has lasted as long as it may. */
  void expire() {
    WireError error = WireError.sessionExpired(conversation.limits().length().toMinutes());
    conversation.complain(error, Optional.empty());
    conversation.line().hangUp(GOING_AWAY, error.message());
  }

  /** The server wants the session to end; the socket is closed by whoever calls this. */
  void expel(String reason) {
    conversation.complain(
        new WireError(
            WireError.SERVER,
            Optional.of("session_ended"),
            reason,
            Optional.empty(),
            Optional.empty()),
        Optional.empty());
  }

  /** Something broke on our side; the session cannot go on. */
  void fault() {
    conversation.complain(WireError.serverFault(), Optional.empty());
  }

  /** What the client's audio comes in. */
  AudioFormatSpec inputFormat() {
    return conversation.config().input().format();
  }
}
