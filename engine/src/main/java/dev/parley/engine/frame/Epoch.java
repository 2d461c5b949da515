package dev.parley.engine.frame;

import java.util.Locale;

/**
 * The identity of one reply of one session.
 *
 * <p>Given when the reply is asked for and carried by each of its frames from birth to death, so
 * that a late frame of a cut reply can never pass for one of its successor. Within a lane the
 * numbers only grow.
 *
 * @param lane the lane that the reply speaks in
 * @param n counts the lane's replies from 1
 */
public record Epoch(Lane lane, long n) {

  /** Replies of different lanes are cut apart from one another. */
  public enum Lane {
    /** The conversation: at most one reply is being generated at a time. */
    MAIN,
    /** Out-of-band replies, beside the conversation and in parallel to it. */
    SIDE,
    /** What the system says of its own accord. */
    SAY
  }

  public Epoch {
    if (n < 1) {
      throw new IllegalArgumentException("epochs count from 1, got " + n);
    }
  }

  /** The reply after this one in the same lane. */
  public Epoch next() {
    return new Epoch(lane, n + 1);
  }

  @Override
  public String toString() {
    return lane.name().toLowerCase(Locale.ROOT) + "-" + n;
  }
}
