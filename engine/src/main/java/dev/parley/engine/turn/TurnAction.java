package dev.parley.engine.turn;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import java.time.Duration;
import java.util.Optional;

/** What the keeper wants done, to be carried out in order. */
public sealed interface TurnAction {

  // To the model.

  /** The caller's audio up to here is a finished turn. */
  record CommitTurn(Position until) implements TurnAction {}

  record StartReply(Epoch epoch, ReplySpec spec) implements TurnAction {}

  record StartSay(Epoch epoch, String text) implements TurnAction {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "StartSay[%s, %d chars]".formatted(epoch, text.length());
    }
  }

  record CancelReply(Epoch epoch) implements TurnAction {}

  /** The model's memory of a reply ends where the caller stopped hearing it. */
  record Truncate(Heard heard) implements TurnAction {}

  record GiveToolResult(String callId, String output) implements TurnAction {
    /** Keeps the output out of logs. */
    @Override
    public String toString() {
      return "GiveToolResult[" + callId + "]";
    }
  }

  // To the playout.

  /** Revoke a lane's replies up to this one; {@code CutDone} must follow. */
  record CutPlayout(Epoch.Lane lane, long upTo, CutReason why) implements TurnAction {}

  /** Revoke this reply and none of its neighbours; {@code CutDone} must follow. */
  record CutReply(Epoch epoch, CutReason why) implements TurnAction {}

  record HoldPlayout(boolean on) implements TurnAction {}

  // To the session.

  /**
   * The one and only end of a reply.
   *
   * @param why it was cut, if it was
   */
  record End(Epoch epoch, ReplySignal.Outcome outcome, Optional<CutReason> why)
      implements TurnAction {}

  /** {@code ToolReturned} must follow, sooner or later. */
  record RunTool(ReplySignal.ToolCall call) implements TurnAction {}

  /** {@code DoubtEnded} with this ticket must follow after the span. */
  record DoubtFor(Duration span, long ticket) implements TurnAction {}

  /**
   * What was wanted cannot be.
   *
   * @param reason for programs
   * @param why one sentence
   * @param tag names the request, if it has a name
   */
  record Refuse(Cue.Refusal reason, String why, Optional<String> tag) implements TurnAction {}

  /** All has been said, and the caller is gone. */
  record HangUp() implements TurnAction {}
}
