package dev.parley.schema.spoken.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what is likely to be said as a back-off bigram model in ARPA's text form.
 *
 * <p>Of each word's followers a small share is kept back for whatever the schema did not foresee;
 * it is spread over the other words by how common they are, so that each history sums to one.
 */
public final class Arpa {

  private static final String START = "<s>";
  private static final String END = "</s>";

  /** The share of what was not foreseen. */
  private static final double KEPT_BACK = 0.02;

  /** No word is rarer than this share of an average one. */
  private static final double RAREST = 0.05;

  private static final double NEVER = -99;

  private final Map<String, Map<String, Double>> follows = new TreeMap<>();
  private final Map<String, Double> common = new TreeMap<>();

  private Arpa(Net net) {
    Sums sums = new Sums();
    sums.addFollows(1, net);
    sums.add(1, START, net.first());
    net.last().forEach((word, share) -> sums.add(share, word, Map.of(END, 1.0)));
    sums.follows().forEach((word, next) -> follows.put(word, shares(next)));
    Map<String, Double> counts = new TreeMap<>();
    sums.follows().values().forEach(next -> Sums.addTo(counts, 1, next));
    double average = counts.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
    counts.replaceAll((word, count) -> Math.max(count, average * RAREST));
    common.putAll(shares(counts));
  }

  /**
   * @return the model's text; its words are those of the net, and the marks of start and end
   */
  public static String write(Net net) {
    return new Arpa(net).text();
  }

  private String text() {
    StringBuilder singles = new StringBuilder();
    StringBuilder pairs = new StringBuilder();
    int count = 0;
    line(singles, NEVER, START, backOff(START));
    for (var word : common.entrySet()) {
      line(singles, log(word.getValue()), word.getKey(), backOff(word.getKey()));
    }
    for (var history : follows.entrySet()) {
      double given = covered(history.getKey()) > 1 - 1e-9 ? 1 : 1 - KEPT_BACK;
      for (var next : history.getValue().entrySet()) {
        pairs.append(number(log(next.getValue() * given))).append(' ');
        pairs.append(history.getKey()).append(' ').append(next.getKey()).append('\n');
        count++;
      }
    }
    return "\\data\\\nngram 1=%d\nngram 2=%d\n\n\\1-grams:\n%s\n\\2-grams:\n%s\n\\end\\\n"
        .formatted(common.size() + 1, count, singles, pairs);
  }

  private static void line(StringBuilder out, double log, String word, double backOff) {
    out.append(number(log)).append(' ').append(word);
    out.append(' ').append(number(backOff)).append('\n');
  }

  private double backOff(String history) {
    if (!follows.containsKey(history)) {
      return 0; // nothing is known of it: as after any word
    }
    double covered = covered(history);
    return covered > 1 - 1e-9 ? NEVER : log(KEPT_BACK / (1 - covered));
  }

  private double covered(String history) {
    return follows.getOrDefault(history, Map.of()).keySet().stream()
        .mapToDouble(word -> common.getOrDefault(word, 0.0))
        .sum();
  }

  private static Map<String, Double> shares(Map<String, Double> counts) {
    double total = counts.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new TreeMap<>();
    counts.forEach((word, count) -> shares.put(word, count / total));
    return shares;
  }

  private static double log(double probability) {
    return Math.max(NEVER, Math.log10(probability));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
