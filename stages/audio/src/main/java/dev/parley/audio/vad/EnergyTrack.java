package dev.parley.audio.vad;

import java.util.Arrays;

/**
 * Follows a stream's energy in frames of 10 ms, to find out in hindsight where a sound that was
 * noticed began and where it ended. Pure; positions are samples of the detector's.
 *
 * <p>A frame belongs to the sound if it lies above the noise floor by 40 % of the sound's height
 * over it (in dB), and by 5 dB at least.
 */
final class EnergyTrack {

  private static final int KEPT = 1_024; // 10 s
  private static final int FLOOR_FRAMES = 300; // 3 s
  private static final int PEAK_FRAMES = 8;
  private static final int BRIDGED = 3;
  private static final int LOOK_BACK = 20; // 200 ms
  private static final double QUIETEST = -80;
  private static final double LOWEST_FLOOR = -70;
  private static final double FIRST_FLOOR = -60;
  private static final double SHARE = 0.4;
  private static final double LEAST_OVER_FLOOR = 5;
  private static final double BELOW_PEAK = 3;

  private final int frame; // samples
  private final RumbleFilter filter;
  private final double[] level = new double[KEPT];
  private long frames;
  private double peak = QUIETEST;

  /**
   * @param rate samples a second, a multiple of 100
   */
  EnergyTrack(int rate) {
    frame = rate / 100;
    filter = new RumbleFilter(rate);
  }

  /** Takes the next samples: whole frames. */
  void accept(short[] samples) {
    for (int from = 0; from < samples.length; from += frame) {
      double power = 0;
      for (int i = from; i < from + frame; i++) {
        double y = filter.apply(samples[i] / 32_768.0);
        power += y * y;
      }
      double decibel = Math.max(QUIETEST, 10 * Math.log10(power / frame + 1e-9));
      level[(int) (frames++ % KEPT)] = decibel;
      peak = Math.max(peak, decibel);
    }
  }

  void reset() {
    filter.reset();
    Arrays.fill(level, 0);
    frames = 0;
    peak = QUIETEST;
  }

  /** Where the sound began that has just been noticed, but not before {@code earliest}. */
  long onset(long earliest) {
    peak = peakOfLast(PEAK_FRAMES);
    double over = threshold(peak);
    long first = Math.max(0, frames - BRIDGED);
    int low = 0;
    long stop = Math.max(earliest / frame, frames - LOOK_BACK);
    for (long k = first; k >= stop && low <= BRIDGED; k--) {
      if (at(k) >= over) {
        first = k;
        low = 0;
      } else {
        low++;
      }
    }
    return Math.max(earliest, first * frame);
  }

  /** Where the sound ended, whose last certain frame ended at {@code last}. */
  long ending(long last) {
    double over = threshold(peak - BELOW_PEAK);
    long stop = Math.max(0, last / frame - LOOK_BACK);
    long k = Math.min(frames - 1, last / frame + 2);
    while (k > stop && at(k) < over) {
      k--;
    }
    return (k + 1) * frame;
  }

  private double threshold(double height) {
    double floor = floor();
    return floor + Math.max(LEAST_OVER_FLOOR, SHARE * (height - floor));
  }

  /** The quietest 30 ms of the last 3 s. */
  private double floor() {
    double lowest = frames < FLOOR_FRAMES ? FIRST_FLOOR : 0;
    for (long k = Math.max(2, frames - FLOOR_FRAMES); k < frames; k++) {
      lowest = Math.min(lowest, (at(k) + at(k - 1) + at(k - 2)) / 3);
    }
    return Math.max(LOWEST_FLOOR, lowest);
  }

  private double peakOfLast(int count) {
    double highest = QUIETEST;
    for (long k = Math.max(0, frames - count); k < frames; k++) {
      highest = Math.max(highest, at(k));
    }
    return highest;
  }

  private double at(long number) {
    return level[(int) (number % KEPT)];
  }

  /** Second-order Butterworth high-pass at 90 Hz: hum and wind are no sound. */
  private static final class RumbleFilter {

    private final double scale;
    private final double feedback1;
    private final double feedback2;
    private double x1;
    private double x2;
    private double y1;
    private double y2;

    RumbleFilter(int rate) {
      double w = Math.tan(Math.PI * 90 / rate);
      scale = 1 / (1 + Math.sqrt(2) * w + w * w);
      feedback1 = 2 * (w * w - 1) * scale;
      feedback2 = (1 - Math.sqrt(2) * w + w * w) * scale;
    }

    double apply(double x) {
      double y = scale * (x - 2 * x1 + x2) - feedback1 * y1 - feedback2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      return y;
    }

    void reset() {
      x1 = 0;
      x2 = 0;
      y1 = 0;
      y2 = 0;
    }
  }
}
