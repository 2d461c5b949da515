package dev.parley.schema.spoken.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up how often a word follows another. Belongs to one thread. */
final class Sums {

  /** So many pairs in one place tell a recogniser nothing: it is left to how common words are. */
  private static final int MOST_PAIRS = 20_000;

  private final Map<String, Map<String, Double>> follows = new LinkedHashMap<>();

  void addFollows(double weight, Net net) {
    net.follows().forEach((word, next) -> add(weight, word, next));
  }

  void add(double weight, String word, Map<String, Double> next) {
    if (weight > 0) {
      addTo(follows.computeIfAbsent(word, any -> new LinkedHashMap<>()), weight, next);
    }
  }

  /** Each of these words before each of those. */
  void cross(double weight, Map<String, Double> ends, Map<String, Double> starts) {
    if (!starts.isEmpty() && ends.size() * starts.size() <= MOST_PAIRS) {
      ends.forEach((word, share) -> add(weight * share, word, starts));
    }
  }

  Map<String, Map<String, Double>> follows() {
    return follows;
  }

  static void addTo(Map<String, Double> sums, double weight, Map<String, Double> more) {
    if (weight > 0) {
      more.forEach((word, share) -> sums.merge(word, weight * share, Double::sum));
    }
  }
}
