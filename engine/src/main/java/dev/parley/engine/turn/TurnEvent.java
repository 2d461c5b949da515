package dev.parley.engine.turn;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import java.util.Optional;

/** What the keeper hears of. */
public sealed interface TurnEvent {

  // The caller.

  record SpeechStarted(Position at) implements TurnEvent {}

  record SpeechStopped(Position at) implements TurnEvent {}

  /** The turn detector, or the provider, holds the turn to be finished. */
  record TurnEnded(Position at) implements TurnEvent {}

  /** The caller will say nothing more. */
  record CallerDone() implements TurnEvent {}

  // The client and the application.

  /** The client says that the turn is finished: push-to-talk. */
  record Commit(Position at) implements TurnEvent {}

  /** The client throws away what the caller has said so far. */
  record Cleared() implements TurnEvent {}

  /** Somebody wants a reply now. */
  record ReplyWanted(ReplySpec spec, Epoch.Lane lane) implements TurnEvent {}

  /**
   * Somebody wants a reply stopped.
   *
   * @param which this one and no other; empty for what the conversation is saying
   * @param tag names the request, if it has a name
   */
  record CancelWanted(Optional<Epoch> which, Optional<String> tag) implements TurnEvent {}

  /** The system has something to say. */
  record SayWanted(String text, SayWhen when) implements TurnEvent {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "SayWanted[%s, %d chars]".formatted(when, text.length());
    }
  }

  record PolicyChanged(TurnPolicy policy) implements TurnEvent {}

  /** The call is over, for whatever reason. */
  record Closed() implements TurnEvent {}

  // The model, by what reaches the playout, and the playout itself.

  /** A reply's first frame is there. */
  record Opened(Epoch epoch) implements TurnEvent {}

  /** The model is done with a reply. */
  record Made(Epoch epoch) implements TurnEvent {}

  /** A reply has left the playout as a whole. */
  record Drained(Epoch epoch, ReplySignal.Outcome outcome) implements TurnEvent {}

  /** The playout has cut a lane: whatever had not drained before is over. */
  record CutDone(Epoch.Lane lane, long upTo, CutReason why) implements TurnEvent {}

  /** What was heard of a reply is known. */
  record HeardOf(Heard heard) implements TurnEvent {}

  record ToolCalled(ReplySignal.ToolCall call) implements TurnEvent {}

  record ToolReturned(String callId, String output) implements TurnEvent {
    /** Keeps the output out of logs. */
    @Override
    public String toString() {
      return "ToolReturned[" + callId + "]";
    }
  }

  // Time.

  /** The doubt about a barge-in is over. */
  record DoubtEnded(long ticket) implements TurnEvent {}
}
