package dev.parley.engine.session;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.ItemIds;
import dev.parley.engine.conversation.Place;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.playout.Cut;
import dev.parley.engine.playout.PlayoutFact;
import dev.parley.engine.turn.SayWhen;
import dev.parley.engine.turn.TurnPolicy;
import java.time.Duration;
import java.util.Optional;

/** What a session can be told. */
public sealed interface SessionCommand {

  // By the application and the door.

  /** The system says something of its own accord. */
  record Say(String text, SayWhen when) implements SessionCommand {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Say[%s, %d chars]".formatted(when, text.length());
    }
  }

  /** Answer now. */
  record Reply(ReplySpec spec, Epoch.Lane lane) implements SessionCommand {}

  /**
   * Stop a reply.
   *
   * @param which this one; empty for what the conversation is saying
   * @param tag names the request, and comes back if it is refused
   */
  record Cancel(Optional<Epoch> which, Optional<String> tag) implements SessionCommand {
    /** Stop what the conversation is saying. */
    public static Cancel all() {
      return new Cancel(Optional.empty(), Optional.empty());
    }
  }

  /** The client holds the turn to be finished. */
  record Commit(Position at) implements SessionCommand {}

  /** Forget the caller's audio up to here, as far as it is no finished turn. */
  record Clear(Position at) implements SessionCommand {}

  /** Remember this; the answer of a tool that the client carried out is an item, too. */
  record Remember(Item item, Place place) implements SessionCommand {

    /** Behind all that there is. */
    public Remember(Item item) {
      this(item, new Place.Last());
    }
  }

  /**
   * Forget this item.
   *
   * @param itemId the one it was remembered by, or see {@link ItemIds}
   */
  record Forget(String itemId) implements SessionCommand {}

  /** Brief the model anew. */
  record Configure(Brief brief) implements SessionCommand {}

  /** Change a stage's settings; a stage that the call does not have is left alone. */
  record Tune(String stage, Object settings) implements SessionCommand {}

  /**
   * The client says how far it has played a reply.
   *
   * @param until as it was played
   * @param speed how much faster than the model made it
   */
  record Told(Epoch epoch, int part, Position until, double speed) implements SessionCommand {

    /** Of a reply that is played just as it was made. */
    public Told(Epoch epoch, int part, Position until) {
      this(epoch, part, until, 1);
    }
  }

  /** Take turns by this policy from now on. */
  record Repolicy(TurnPolicy policy) implements SessionCommand {}

  /** Hang up in good order. */
  record HangUp() implements SessionCommand {}

  // By the call's own stream.

  /** The stream runs. */
  record Attached(Wiring wiring) implements SessionCommand {}

  /** The stream could not be made. */
  record Stillborn(RuntimeException why) implements SessionCommand {}

  /** A fact about the caller passed on its way to the model. */
  record FromCaller(Signal fact, Duration at) implements SessionCommand {}

  /** The model told a fact: of its own hearing, or that it failed. */
  record FromModel(Signal fact, Duration at) implements SessionCommand {}

  /** The playout told something. */
  record FromPlayout(PlayoutFact fact, Duration at) implements SessionCommand {}

  /** The stream has ended. */
  record StreamEnded(Optional<Throwable> failure) implements SessionCommand {}

  // By what the session itself set off.

  /** The playout has answered a cut. */
  record CutAnswered(
      Epoch.Lane lane, long upTo, CutReason why, Duration asked, Cut cut, Duration at)
      implements SessionCommand {}

  /** A tool has answered. */
  record ToolAnswered(String callId, String output) implements SessionCommand {
    /** Keeps the output out of logs. */
    @Override
    public String toString() {
      return "ToolAnswered[" + callId + "]";
    }
  }

  /** The model cannot make a reply that was asked of it. */
  record ReplyRefused(Epoch epoch) implements SessionCommand {}

  /** The doubt about a barge-in is over. */
  record DoubtOver(long ticket) implements SessionCommand {}
}
