package dev.parley.audio.level;

import dev.parley.engine.frame.Samples;

/**
 * How loud a run of samples is, in dB relative to full scale: a square wave over the whole range
 * has 0, a sine -3. Never below {@link #FLOOR}, so that it can be averaged and written down.
 *
 * @param rms the level of the power's mean
 * @param peak the level of the farthest sample
 */
public record Level(double rms, double peak) {

  /** What digital silence measures: below any 16-bit sample. */
  public static final double FLOOR = -100;

  public static final Level SILENCE = new Level(FLOOR, FLOOR);

  private static final double FULL_SCALE = 32_768;

  public static Level of(Samples samples) {
    long power = 0;
    int farthest = 0;
    for (int i = 0; i < samples.count(); i++) {
      int sample = samples.at(i);
      power += (long) sample * sample;
      farthest = Math.max(farthest, Math.abs(sample));
    }
    return farthest == 0
        ? SILENCE
        : new Level(decibels(Math.sqrt((double) power / samples.count())), decibels(farthest));
  }

  private static double decibels(double value) {
    return Math.max(FLOOR, 20 * Math.log10(value / FULL_SCALE));
  }
}
