package dev.parley.audio.turn;

import java.time.Duration;

/**
 * How long silence must last to end a turn, counted from where speech ended.
 *
 * @param minWait after a turn without pauses
 * @param maxWait at the most, whatever pauses the caller makes
 * @param maxTurn a turn is ended after so long even if speech never seems to stop
 */
public record TurnSettings(Duration minWait, Duration maxWait, Duration maxTurn)
    implements TurnTuning {

  private static final Duration LONGEST_TURN = Duration.ofMinutes(1);

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

  /**
   * Always the same wait, as OpenAI's {@code server_vad} has it; turns of a minute.
   *
   * <p>The VAD before it must notice silence within the wait: see {@code VadSettings.noSlowerThan}.
   */
  public static TurnSettings after(Duration wait) {
    return new TurnSettings(wait, wait, LONGEST_TURN);
  }

  public TurnSettings withMaxTurn(Duration span) {
    return new TurnSettings(minWait, maxWait, span);
  }

  private static TurnSettings ofMillis(long minWait, long maxWait) {
    return new TurnSettings(Duration.ofMillis(minWait), Duration.ofMillis(maxWait), LONGEST_TURN);
  }
}
