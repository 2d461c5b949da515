package dev.parley.engine.turn;

import java.time.Duration;

/**
 * How turns are taken in a session. Immutable; may be replaced in mid-call.
 *
 * @param owner who decides when the caller has finished
 * @param createResponse a finished turn is answered without being asked
 * @param interruptResponse the caller's speech cuts a reply
 * @param doubt how long a barge-in may still turn out to be a cough: meanwhile playing is held, and
 *     goes on if the caller falls silent before; zero cuts at the onset
 * @param mostSays how many texts of the system's own may wait
 */
public record TurnPolicy(
    Owner owner, boolean createResponse, boolean interruptResponse, Duration doubt, int mostSays) {

  /** Who decides when the caller has finished. */
  public enum Owner {
    /** The client commits turns and asks for replies: push-to-talk. */
    CLIENT,
    /** Our own VAD and turn detector. */
    ENGINE,
    /** The model's provider; the keeper follows what it tells and opens no reply itself. */
    BACKEND
  }

  public TurnPolicy {
    if (doubt.isNegative()) {
      throw new IllegalArgumentException("doubt must not be negative, got " + doubt);
    }
    if (mostSays < 1) {
      throw new IllegalArgumentException("mostSays must be 1 or more, got " + mostSays);
    }
  }

  /** The engine's turns: answered by themselves, cut at the onset of speech, 8 texts may wait. */
  public static TurnPolicy defaults() {
    return new TurnPolicy(Owner.ENGINE, true, true, Duration.ZERO, 8);
  }

  public TurnPolicy withOwner(Owner other) {
    return new TurnPolicy(other, createResponse, interruptResponse, doubt, mostSays);
  }

  public TurnPolicy withCreateResponse(boolean on) {
    return new TurnPolicy(owner, on, interruptResponse, doubt, mostSays);
  }

  public TurnPolicy withInterruptResponse(boolean on) {
    return new TurnPolicy(owner, createResponse, on, doubt, mostSays);
  }

  public TurnPolicy withDoubt(Duration span) {
    return new TurnPolicy(owner, createResponse, interruptResponse, span, mostSays);
  }
}
