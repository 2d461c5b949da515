package dev.parley.audio.turn;

import java.time.Duration;

/**
 * How long silence must last to end a turn, counted from where speech ended.
 *
 * @param minWait after a turn without pauses
 * @param maxWait at the most, whatever pauses the caller makes
 * @param maxTurn a turn is ended after so long even if speech never seems to stop
 */
public record TurnSettings(Duration minWait, Duration maxWait, Duration maxTurn) {

  public TurnSettings {
    if (minWait.isNegative() || maxWait.compareTo(minWait) < 0) {
      throw new IllegalArgumentException(
          "waits must be 0 <= minWait <= maxWait, got " + minWait + " and " + maxWait);
    }
    if (maxTurn.isNegative() || maxTurn.isZero()) {
      throw new IllegalArgumentException("maxTurn must be positive, got " + maxTurn);
    }
  }

  /** Waits of 0.8 to 2 s (low), 0.5 to 1.2 s (medium), 0.3 to 0.7 s (high); turns of a minute. */
  public static TurnSettings of(Eagerness eagerness) {
    return switch (eagerness) {
      case LOW -> ofMillis(800, 2_000);
      case MEDIUM -> ofMillis(500, 1_200);
      case HIGH -> ofMillis(300, 700);
    };
  }

  private static TurnSettings ofMillis(long minWait, long maxWait) {
    return new TurnSettings(
        Duration.ofMillis(minWait), Duration.ofMillis(maxWait), Duration.ofMinutes(1));
  }
}
