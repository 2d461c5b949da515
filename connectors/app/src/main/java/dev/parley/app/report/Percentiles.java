package dev.parley.app.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nearest-rank percentiles. */
public record Percentiles(double p50, double p95, double max) {

  /** Of these values; null where there are none. */
  public static @Nullable Percentiles of(List<Double> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<Double> sorted = values.stream().sorted().toList();
    return new Percentiles(rank(sorted, 0.50), rank(sorted, 0.95), sorted.getLast());
  }

  private static double rank(List<Double> sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.size());
    return sorted.get(Math.max(1, rank) - 1);
  }
}
