package dev.parley.benchmarks.serve;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Figures of several rounds in one. */
final class Medians {

  private Medians() {}

  /** The middle one, or the mean of the two in the middle; not a number if there is none. */
  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The median of the ratios of each round: noise that both had in a round goes out. */
  static double ratio(List<Double> values, List<Double> base) {
    DoubleStream ratios =
        IntStream.range(0, Math.min(values.size(), base.size()))
            .mapToDouble(i -> values.get(i) / base.get(i));
    return median(ratios.boxed().toList());
  }

  /** By how much a figure grows for each one more of something, from two points. */
  static double slope(double x1, double y1, double x2, double y2) {
    return (y2 - y1) / (x2 - x1);
  }
}
