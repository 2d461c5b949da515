package dev.parley.engine.telemetry;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.List;

/**
 * What happens in a call. Holds no audio; transcripts and tool texts only in {@link Said} and
 * {@link ToolCalled} / {@link ToolReturned}, which metrics and logs must leave alone.
 */
public sealed interface CallEvent {

  /**
   * The call begins.
   *
   * @param depths what waits at its edges, to be read at any time; no part of what happened, so two
   *     calls that begin are equal
   */
  record Opened(Depths depths) implements CallEvent {
    @Override
    public boolean equals(Object other) {
      return other instanceof Opened;
    }

    @Override
    public int hashCode() {
      return Opened.class.hashCode();
    }

    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  /** A fact about the caller, as the model hears of it. */
  record Caller(Signal fact) implements CallEvent {}

  /** The client says that a turn is finished. */
  record Committed(Position until) implements CallEvent {}

  /** The model is asked for a reply. */
  record ReplyAsked(Epoch epoch) implements CallEvent {}

  /** The first frame of the reply reached the playout. */
  record ReplyStarted(Epoch epoch) implements CallEvent {}

  /** The model has nothing more to add to the reply. */
  record ReplyMade(Epoch epoch, ReplySignal.Outcome outcome) implements CallEvent {}

  /** The model's first audio of the reply reached the playout. */
  record AudioMade(Epoch epoch) implements CallEvent {}

  /** The first sample of the reply left the playout. */
  record FirstAudio(Epoch epoch) implements CallEvent {}

  /** The words of a part of a reply, as far as they left the playout. */
  record Said(Epoch epoch, int part, String text) implements CallEvent {}

  /** All audio of a reply has left the playout. */
  record Drained(Epoch epoch, long samples, int rate) implements CallEvent {}

  /** A reply is over. Exactly one for each {@link ReplyAsked}. */
  record ReplyOver(Epoch epoch, ReplySignal.Outcome outcome) implements CallEvent {}

  /**
   * Replies were cut because the caller, the client or the system wanted so.
   *
   * @param asked when the session asked for it; the event's own time is when the playout had done
   *     it
   */
  record Interrupted(List<Epoch> epochs, CutReason why, Duration asked) implements CallEvent {}

  /** The model has stopped making a reply that was cut. */
  record Stopped(Epoch epoch) implements CallEvent {}

  /** The door has told its far end of a cut: nothing of these replies follows on the line. */
  record Flushed(List<Epoch> epochs) implements CallEvent {}

  /** Playing was held because the caller may want to speak, or goes on because they did not. */
  record Held(boolean on) implements CallEvent {}

  /** What was heard of a reply that was cut. */
  record HeardOf(Heard heard) implements CallEvent {}

  record ToolCalled(Epoch epoch, String callId, String name, String arguments)
      implements CallEvent {}

  record ToolReturned(String callId, String output) implements CallEvent {}

  /** Frames were thrown away at an edge, and why: see {@link Drops} for the names. */
  record Dropped(String edge, long frames) implements CallEvent {}

  /** Something that was asked of the session was refused. */
  record Refused(String what) implements CallEvent {}

  /**
   * The client was told of a mistake of its own, or of a fault of ours.
   *
   * @param code the protocol's name for it
   */
  record Complained(String code) implements CallEvent {}

  /** The call failed. */
  record Failed(String where, String what) implements CallEvent {}

  /**
   * The connection between the client and the door came to its end. At most one, and before the
   * {@link Closed} of a call that ends by it.
   *
   * @param code the close code of the door's protocol
   */
  record Parted(By by, int code) implements CallEvent {

    /** Who ended a connection. */
    public enum By {
      CLIENT,
      SERVER,
      /** Nobody said so: it was gone. */
      LOST
    }
  }

  /** The call is over. */
  record Closed() implements CallEvent {}
}
