package dev.parley.silero;

import java.util.Arrays;

/**
 * How much quiet speech must be raised for the network to know it: recordings 30 dB below the usual
 * level would be missed. Never attenuates, and never raises a noise floor above -50 dBFS. Pure.
 */
final class AutoGain {

  private static final int FLOOR_WINDOWS = 94; // 1.9 s
  private static final double TARGET = -22;
  private static final double HIGHEST_FLOOR = -50;
  private static final double MOST = 30;
  private static final double FIRST_PEAK = -30;
  private static final double DECAY_PER_WINDOW = 0.64; // 32 dB a second

  private final double[] levels = new double[FLOOR_WINDOWS];
  private int next;
  private double peak = FIRST_PEAK;

  /** Takes the level of the next window in dBFS, and gives the factor for its samples. */
  double factor(double level) {
    levels[next] = level;
    next = (next + 1) % FLOOR_WINDOWS;
    double floor = 0;
    for (double each : levels) {
      floor = Math.min(floor, each);
    }
    peak = Math.max(level, peak - DECAY_PER_WINDOW);
    double room = Math.max(0, HIGHEST_FLOOR - floor);
    double decibel = Math.clamp(Math.min(TARGET - peak, room), 0, MOST);
    return Math.pow(10, decibel / 20);
  }

  void reset() {
    Arrays.fill(levels, 0);
    next = 0;
    peak = FIRST_PEAK;
  }
}
