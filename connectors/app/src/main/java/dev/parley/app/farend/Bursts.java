package dev.parley.app.farend;

import dev.parley.engine.frame.Samples;
import dev.parley.twilio.sim.SimScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When somebody spoke, told by loudness alone: good enough for a summary of a recording that is
 * whole, where the loud and the quiet are known beforehand.
 */
final class Bursts {

  private static final int FRAME = SimScript.RATE / 100;
  private static final int FRAME_MILLIS = 10;

  /** Shorter pauses are inside of what somebody says. */
  private static final int JOINED = 30;

  /** Shorter sounds are clicks. */
  private static final int SHORTEST = 5;

  /** How far from the quiet to the loud speech is for sure, and where it may have begun before. */
  private static final double SURE = 0.4;

  private static final double MAYBE = 0.15;

  private static final double QUIETEST = -60;

  /**
   * Somebody speaks.
   *
   * @param from in milliseconds
   * @param until in milliseconds
   */
  record Burst(long from, long until) {}

  private Bursts() {}

  static List<Burst> of(Samples track) {
    double[] loudness = loudness(track);
    double sure = level(SURE, loudness);
    double maybe = level(MAYBE, loudness);
    List<Burst> all = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int i = 0; i < loudness.length; i++) {
      if (loudness[i] > sure) {
        if (from >= 0 && i - last > JOINED) {
          add(all, from, last);
          from = -1;
        }
        from = from < 0 ? begin(loudness, i, maybe) : from;
        last = i;
      }
    }
    if (from >= 0) {
      add(all, from, last);
    }
    return all;
  }

  /** Speech swells: it began where it was first louder than the quiet. */
  private static int begin(double[] loudness, int sure, double maybe) {
    int from = sure;
    while (from > 0 && sure - from < JOINED && loudness[from - 1] > maybe) {
      from--;
    }
    return from;
  }

  private static void add(List<Burst> all, int from, int last) {
    if (last - from + 1 >= SHORTEST) {
      all.add(new Burst((long) from * FRAME_MILLIS, (last + 1L) * FRAME_MILLIS));
    }
  }

  private static double level(double share, double... loudness) {
    double[] sorted = loudness.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return QUIETEST;
    }
    double quiet = Math.max(QUIETEST, sorted[sorted.length / 20]);
    double loud = sorted[sorted.length - 1 - sorted.length / 50];
    return quiet + share * Math.max(0, loud - quiet);
  }

  /** Of each frame, in dB of full scale. */
  private static double[] loudness(Samples track) {
    double[] all = new double[track.count() / FRAME];
    for (int i = 0; i < all.length; i++) {
      double sum = 0;
      for (int k = 0; k < FRAME; k++) {
        double sample = track.at(i * FRAME + k) / 32_768.0;
        sum += sample * sample;
      }
      all[i] = 10 * Math.log10(sum / FRAME + 1e-9);
    }
    return all;
  }
}
