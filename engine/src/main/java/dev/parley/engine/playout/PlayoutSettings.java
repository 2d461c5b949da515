package dev.parley.engine.playout;

import java.time.Duration;

/**
 * How a door wants replies handed over.
 *
 * @param pace how fast
 * @param ear how what was heard is known
 * @param slice the longest piece of audio that leaves at once, and so the grain of a cut
 * @param markEvery how much audio lies between two marks ({@link Ear#ACKED} only)
 * @param earTimeout how long a mark may take to come back after a cut before what was heard is
 *     assumed
 */
public record PlayoutSettings(
    Pace pace, Ear ear, Duration slice, Duration markEvery, Duration earTimeout) {

  public PlayoutSettings {
    requirePositive("slice", slice);
    requirePositive("markEvery", markEvery);
    requirePositive("earTimeout", earTimeout);
  }

  /** 20 ms slices, a mark each 100 ms, 1 s for the ear to answer. */
  public static PlayoutSettings of(Pace pace, Ear ear) {
    return new PlayoutSettings(
        pace, ear, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(1));
  }

  /** Whether playing can be held and resumed: only where the playout itself keeps the clock. */
  public boolean canHold() {
    return pace instanceof Pace.Clock;
  }

  private static void requirePositive(String name, Duration value) {
    if (value.isZero() || value.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive, got " + value);
    }
  }
}
