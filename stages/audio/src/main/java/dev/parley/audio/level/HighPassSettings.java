package dev.parley.audio.level;

/**
 * What a high-pass takes away.
 *
 * @param cutoff the frequency in Hz that it lowers by 3 dB, 1 to 1,000; below it falls by 12 dB an
 *     octave
 */
public record HighPassSettings(double cutoff) {

  public HighPassSettings {
    if (!(cutoff >= 1 && cutoff <= 1_000)) { // refuses what is no number, too
      throw new IllegalArgumentException("cutoff must be 1 to 1000 Hz, got " + cutoff);
    }
  }

  /** Takes away rumble and mains hum, and leaves every voice: 80 Hz. */
  public static HighPassSettings voice() {
    return new HighPassSettings(80);
  }

  /** Takes away a constant offset only: 10 Hz. */
  public static HighPassSettings offset() {
    return new HighPassSettings(10);
  }
}
