package dev.parley.engine.frame;

/** A fact about a reply, in its place between the reply's audio, and cut with it. */
public sealed interface ReplySignal extends Outbound, OfReply {

  /** The first frame of every reply: from here on the playout lets the epoch pass. */
  record Started(Epoch epoch) implements ReplySignal {}

  /** A part (output item) of the reply begins. Parts count from 0. */
  record PartStarted(Epoch epoch, int part, Kind kind) implements ReplySignal {}

  /** What a part holds. */
  enum Kind {
    SPEECH,
    TEXT,
    TOOL_CALL
  }

  /** More words of a part: what the audio says, or the text itself. */
  record TextDelta(Epoch epoch, int part, String text) implements ReplySignal {
    /** Tells the length only: transcripts do not belong in a log. */
    @Override
    public String toString() {
      return "TextDelta[%s.%d, %d chars]".formatted(epoch, part, text.length());
    }
  }

  /** Whom a tool call's part calls: known before its arguments are, where the model tells. */
  record CallStarted(Epoch epoch, int part, String callId, String name) implements ReplySignal {}

  /** More of a tool call's JSON arguments. */
  record ToolCallDelta(Epoch epoch, int part, String json) implements ReplySignal {
    @Override
    public String toString() {
      return "ToolCallDelta[%s.%d, %d chars]".formatted(epoch, part, json.length());
    }
  }

  /**
   * A tool call is complete.
   *
   * @param callId unique within the session; its effect happens at most once
   * @param name the tool
   * @param arguments a whole JSON text
   */
  record ToolCall(Epoch epoch, int part, String callId, String name, String arguments)
      implements ReplySignal {
    @Override
    public String toString() {
      return "ToolCall[%s.%d, %s, %s]".formatted(epoch, part, callId, name);
    }
  }

  /** Nothing more comes of this part. */
  record PartEnded(Epoch epoch, int part) implements ReplySignal {}

  /** The last frame of every reply that is not cut. */
  record Ended(Epoch epoch, Outcome outcome) implements ReplySignal {}

  /** How a reply came to its end. */
  enum Outcome {
    COMPLETED,
    /** Ended at the limit that was set on its length. */
    LIMITED,
    /** Cut by the caller or cancelled by the client. */
    CUT,
    FAILED
  }
}
