package dev.parley.benchmarks.eval;

import java.util.List;

/**
 * Frames of 10 ms, sorted by whether there is speech in the middle of each and whether it was
 * found.
 *
 * @param hits speech that was found
 * @param alarms none, but found
 * @param misses speech that was not found
 */
public record FrameCount(long hits, long alarms, long misses) {

  private static final double FRAME = 0.01; // seconds

  static final FrameCount NONE = new FrameCount(0, 0, 0);

  /** Counts over a recording of that many seconds. */
  static FrameCount of(List<Region> speech, List<Region> found, double seconds) {
    long hits = 0;
    long alarms = 0;
    long misses = 0;
    int frames = (int) Math.ceil(seconds / FRAME - 1e-9);
    for (int k = 0; k < frames; k++) {
      double middle = (k + 0.5) * FRAME;
      boolean is = Region.anyHolds(speech, middle);
      boolean was = Region.anyHolds(found, middle);
      hits += is && was ? 1 : 0;
      alarms += !is && was ? 1 : 0;
      misses += is && !was ? 1 : 0;
    }
    return new FrameCount(hits, alarms, misses);
  }

  FrameCount plus(FrameCount other) {
    return new FrameCount(hits + other.hits, alarms + other.alarms, misses + other.misses);
  }

  /** Which share of what was found is speech; 0 if nothing was found. */
  public double precision() {
    return share(hits, hits + alarms);
  }

  /** Which share of the speech was found; 0 if there is none. */
  public double recall() {
    return share(hits, hits + misses);
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return share(2 * hits, 2 * hits + alarms + misses);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
