package dev.parley.benchmarks.eval;

import java.util.List;

/**
 * A span of a recording.
 *
 * @param start in seconds, 0 or more
 * @param end in seconds, behind the start
 */
record Region(double start, double end) {

  Region {
    if (!(start >= 0 && end > start)) {
      throw new IllegalArgumentException(
          "a region is [start, end] with 0 <= start < end, got [" + start + ", " + end + "]");
    }
  }

  double seconds() {
    return end - start;
  }

  /** Whether an instant lies in one of these. */
  static boolean anyHolds(List<Region> regions, double second) {
    return regions.stream().anyMatch(r -> r.start <= second && second < r.end);
  }
}
