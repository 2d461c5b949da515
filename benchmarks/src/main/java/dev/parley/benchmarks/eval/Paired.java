package dev.parley.benchmarks.eval;

import java.util.List;

/**
 * Two ways to do the same, compared on the same recordings (McNemar's test, exact).
 *
 * @param gained how many only the second got right
 * @param lost how many only the first got right
 */
public record Paired(int gained, int lost) {

  /**
   * @param first what was right with the first
   * @param second the same recordings, in the same order
   */
  static Paired of(List<Boolean> first, List<Boolean> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "pairs must be complete, got %d and %d".formatted(first.size(), second.size()));
    }
    int gained = 0;
    int lost = 0;
    for (int i = 0; i < first.size(); i++) {
      gained += second.get(i) && !first.get(i) ? 1 : 0;
      lost += first.get(i) && !second.get(i) ? 1 : 0;
    }
    return new Paired(gained, lost);
  }

  /** How likely so uneven a result is if neither is better; two-sided, 1 if none differ. */
  public double p() {
    int differing = gained + lost;
    double term = Math.pow(0.5, differing);
    double tail = 0;
    for (int i = 0; i <= Math.min(gained, lost); i++) {
      tail += term;
      term *= (double) (differing - i) / (i + 1);
    }
    return Math.min(1, 2 * tail);
  }
}
