package dev.parley.audio.level;

import java.time.Duration;

/**
 * How much louder or softer audio becomes.
 *
 * @param decibels -100 to 40; 0 leaves it alone
 * @param ramp how long it takes to get there from the gain before, so that nothing clicks
 */
public record GainSettings(double decibels, Duration ramp) {

  public GainSettings {
    if (!(decibels >= -100 && decibels <= 40)) { // refuses what is no number, too
      throw new IllegalArgumentException("decibels must be -100 to 40, got " + decibels);
    }
    if (ramp.isNegative()) {
      throw new IllegalArgumentException("ramp must not be negative, got " + ramp);
    }
  }

  /** A gain that is reached within 20 ms. */
  public static GainSettings of(double decibels) {
    return new GainSettings(decibels, Duration.ofMillis(20));
  }
}
