package dev.parley.benchmarks.serve;

import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How times are spread, in microseconds.
 *
 * @param count how many there were; the others are zero if none
 */
record Spread(long count, long p50, long p99, long max) {

  private static final long LONGEST = 600_000_000; // ten minutes

  /** A histogram that takes microseconds. */
  static Histogram histogram() {
    return new Histogram(LONGEST, 3);
  }

  /** Adds a time, in nanoseconds; what was early counts as being in time. */
  static void add(Histogram to, long nanos) {
    to.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST));
  }

  static Spread of(Histogram times) {
    return times.getTotalCount() == 0
        ? new Spread(0, 0, 0, 0)
        : new Spread(
            times.getTotalCount(),
            times.getValueAtPercentile(50),
            times.getValueAtPercentile(99),
            times.getMaxValue());
  }

  @Override
  public String toString() {
    return count == 0
        ? "none"
        : String.format(
            Locale.ROOT,
            "p50 %.2f ms, p99 %.2f ms, max %.2f ms of %d",
            p50 / 1e3,
            p99 / 1e3,
            max / 1e3,
            count);
  }
}
