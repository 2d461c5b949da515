package dev.parley.engine.conversation;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;

/**
 * How much of a part of a reply reached the caller's ear.
 *
 * @param epoch the reply
 * @param part its part
 * @param until everything of the part before this place was heard, nothing behind it; in the
 *     model's own time, however fast the part was played
 * @param basis how that is known
 */
public record Heard(Epoch epoch, int part, Position until, Basis basis) {

  /** How we know what was heard. */
  public enum Basis {
    /** The playout's own sample clock handed it over. */
    COUNTED,
    /** The far end acknowledged that it had been played. */
    ACKED,
    /** The client told. */
    TOLD,
    /** The far end never answered; estimated from the clock. */
    ASSUMED
  }
}
