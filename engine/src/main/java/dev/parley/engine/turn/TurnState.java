package dev.parley.engine.turn;

import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a conversation stands. Three regions move side by side: what the model is making, what can
 * still be heard, and what the caller does.
 *
 * @param generating what the model is making in the MAIN lane
 * @param beside replies of other lanes that the model is making
 * @param audible replies that were asked for and have neither drained nor been cut
 * @param dying replies whose cut was asked for and not yet answered
 * @param caller what the caller does
 * @param wish the next reply of the MAIN lane, if one is wanted: there is one place only
 * @param openCalls tool calls without a result
 * @param pastCalls ids of the session's latest tool calls, so that none runs twice
 * @param says what the system wants to say and has not
 * @param last the highest reply of each lane so far
 * @param doubts counts the doubts about barge-ins
 * @param callerDone the caller will say nothing more
 * @param closed nothing happens any more
 */
public record TurnState(
    TurnPolicy policy,
    Generating generating,
    Set<Epoch> beside,
    Audible audible,
    Set<Epoch> dying,
    Caller caller,
    Wish wish,
    Set<String> openCalls,
    Set<String> pastCalls,
    List<TurnEvent.SayWanted> says,
    Map<Epoch.Lane, Long> last,
    long doubts,
    boolean callerDone,
    boolean closed) {

  /** What the model is making in the MAIN lane: at most one reply at a time. */
  public sealed interface Generating {
    record Idle() implements Generating {}

    record Active(Epoch epoch) implements Generating {}
  }

  /** What can still be heard. */
  public sealed interface Audible {

    Set<Epoch> epochs();

    record Silent() implements Audible {
      @Override
      public Set<Epoch> epochs() {
        return Set.of();
      }
    }

    record Playing(Set<Epoch> epochs) implements Audible {}

    /**
     * Stopped while it is in doubt whether the caller wants to speak.
     *
     * @param before what the caller did before the sound that is in doubt
     */
    record Held(Set<Epoch> epochs, Caller before) implements Audible {}
  }

  /** What the caller does. */
  public sealed interface Caller {
    record Quiet() implements Caller {}

    record Speaking(Position since) implements Caller {}

    /** Silent, but the turn may go on. */
    record Pausing(Position since) implements Caller {}
  }

  /** Why the next reply is wanted, and so what it waits for. */
  public sealed interface Wish {
    record None() implements Wish {}

    /** The caller's turn has ended, or the client asks: as soon as the model is free. */
    record Answer(ReplySpec spec) implements Wish {}

    /** The caller's turn has ended, and the provider will answer of its own accord. */
    record Theirs() implements Wish {}

    /** Tools have answered: when all of them have, and the caller is quiet. */
    record TellResults() implements Wish {}
  }

  /** The beginning of a session. */
  public static TurnState initial(TurnPolicy policy) {
    return new TurnState(
        policy,
        new Generating.Idle(),
        Set.of(),
        new Audible.Silent(),
        Set.of(),
        new Caller.Quiet(),
        new Wish.None(),
        Set.of(),
        Set.of(),
        List.of(),
        Map.of(),
        0,
        false,
        false);
  }
}
