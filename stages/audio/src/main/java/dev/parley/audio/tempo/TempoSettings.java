package dev.parley.audio.tempo;

/**
 * How fast speech is.
 *
 * @param speed 0.25 to 1.5 times as fast as it was; 1 leaves it alone
 */
public record TempoSettings(double speed) {

  public TempoSettings {
    if (!(speed >= 0.25 && speed <= 1.5)) { // refuses what is no number, too
      throw new IllegalArgumentException("speed must be 0.25 to 1.5, got " + speed);
    }
  }

  /** As fast as it comes. */
  public static TempoSettings defaults() {
    return new TempoSettings(1);
  }

  public TempoSettings withSpeed(double times) {
    return new TempoSettings(times);
  }
}
