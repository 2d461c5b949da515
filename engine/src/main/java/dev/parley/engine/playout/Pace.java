package dev.parley.engine.playout;

import java.time.Duration;

/** How fast a door takes a reply. */
public sealed interface Pace {

  /** How much audio may wait in the playout before the model is no longer asked for more. */
  Duration backlog();

  /**
   * In real time: for doors that play what they are given at once, or that keep little of it.
   *
   * @param lead how far ahead of the clock audio is handed over; zero for files, loudspeakers and
   *     RTP, 0.2 to 0.4 s for a far end with a buffer of its own
   * @param backlog see {@link Pace#backlog}
   */
  record Clock(Duration lead, Duration backlog) implements Pace {
    public Clock {
      if (lead.isNegative()) {
        throw new IllegalArgumentException("lead must not be negative, got " + lead);
      }
      requirePositive(backlog);
    }
  }

  /** As fast as the door takes it: for clients that keep and play whole replies themselves. */
  record Eager(Duration backlog) implements Pace {
    public Eager {
      requirePositive(backlog);
    }
  }

  /** In real time, without a lead, 2 s waiting. */
  static Pace clock() {
    return clock(Duration.ZERO);
  }

  static Pace clock(Duration lead) {
    return new Clock(lead, Duration.ofSeconds(2));
  }

  /** As fast as the door takes it, 5 s waiting. */
  static Pace eager() {
    return new Eager(Duration.ofSeconds(5));
  }

  private static void requirePositive(Duration backlog) {
    if (backlog.isZero() || backlog.isNegative()) {
      throw new IllegalArgumentException("backlog must be positive, got " + backlog);
    }
  }
}
