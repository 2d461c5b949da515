package dev.parley.benchmarks.eval;

import java.util.List;
import java.util.stream.Stream;

/**
 * How late things were noticed, and how many never were.
 *
 * @param millis the delays in ascending order; negative where the detector was ahead of the label
 * @param missed how many were not noticed at all; they are in no percentile
 */
public record Delays(List<Double> millis, int missed) {

  static final Delays NONE = new Delays(List.of(), 0);

  public Delays {
    millis = millis.stream().sorted().toList();
  }

  /**
   * The smallest delay that at least so many percent of all do not exceed (nearest rank), or NaN if
   * there is none.
   */
  public double percentile(double percent) {
    if (millis.isEmpty()) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent / 100 * millis.size());
    return millis.get(Math.clamp(rank, 1, millis.size()) - 1);
  }

  public int count() {
    return millis.size();
  }

  Delays plus(Delays other) {
    return new Delays(
        Stream.concat(millis.stream(), other.millis.stream()).toList(), missed + other.missed);
  }
}
