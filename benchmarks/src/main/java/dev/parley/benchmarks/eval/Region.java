package dev.parley.benchmarks.eval;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** The same spans in their order, those that touch or overlap as one. */
  static List<Region> joined(List<Region> regions) {
    List<Region> joined = new ArrayList<>();
    for (Region next :
        regions.stream().sorted(Comparator.comparingDouble(Region::start)).toList()) {
      if (!joined.isEmpty() && next.start <= joined.getLast().end) {
        Region last = joined.removeLast();
        joined.add(new Region(last.start, Math.max(last.end, next.end)));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** Whether an instant lies in one of these. */
  static boolean anyHolds(List<Region> regions, double second) {
    return regions.stream().anyMatch(r -> r.start <= second && second < r.end);
  }
}
