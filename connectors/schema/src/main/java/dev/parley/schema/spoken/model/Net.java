package dev.parley.schema.spoken.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a piece of speech is likely to be made of, as far as a bigram model can know it: which words
 * it begins and ends with, and how often one follows another, each as an expectation over all ways
 * to say it. Pieces are put together like a grammar; sums stay exact. Immutable.
 *
 * @param first how likely it begins with a word
 * @param last how likely it ends with a word
 * @param follows how often, on average, a word is followed by another inside
 * @param empty how likely nothing is said at all
 */
public record Net(
    Map<String, Double> first,
    Map<String, Double> last,
    Map<String, Map<String, Double>> follows,
    double empty) {

  private static final Net NOTHING = new Net(Map.of(), Map.of(), Map.of(), 1);

  public Net {
    first = Collections.unmodifiableMap(first);
    last = Collections.unmodifiableMap(last);
    follows = Collections.unmodifiableMap(follows);
  }

  public static Net nothing() {
    return NOTHING;
  }

  /** Words that are always said, one after the other. */
  public static Net words(String... words) {
    Net all = NOTHING;
    for (String word : words) {
      all = all.then(new Net(Map.of(word, 1.0), Map.of(word, 1.0), Map.of(), 0));
    }
    return all;
  }

  /** Words that are separated by blanks. */
  public static Net phrase(String text) {
    return text.isBlank() ? NOTHING : words(text.strip().split("\\s+", -1));
  }

  /** One of several phrases, each as likely as another. */
  public static Net anyOf(Collection<String> phrases) {
    return oneOf(phrases.stream().map(Net::phrase).toList());
  }

  /** One of several, each as likely as another; nothing if there are none. */
  public static Net oneOf(List<Net> nets) {
    Weighing weighing = new Weighing();
    nets.forEach(net -> weighing.add(1, net));
    return weighing.net();
  }

  /** This, then that. */
  public Net then(Net next) {
    Sums sums = new Sums();
    sums.addFollows(1, this);
    sums.addFollows(1, next);
    sums.cross(1, last, next.first);
    Map<String, Double> starts = new LinkedHashMap<>(first);
    Sums.addTo(starts, empty, next.first);
    Map<String, Double> ends = new LinkedHashMap<>(next.last);
    Sums.addTo(ends, next.empty, last);
    return new Net(starts, ends, sums.follows(), empty * next.empty);
  }

  /** This, or nothing. */
  public Net maybe(double likely) {
    return new Weighing().add(likely, this).add(1 - likely, NOTHING).net();
  }

  /**
   * This several times.
   *
   * @param again how likely it goes on after each time, below 1
   */
  public Net repeated(double again) {
    double times = 1 / (1 - again);
    Sums sums = new Sums();
    sums.addFollows(times, this);
    sums.cross(times - 1, last, first);
    return new Net(first, last, sums.follows(), empty);
  }

  /** Weighs alternatives. Belongs to one thread. */
  public static final class Weighing {

    private final Map<String, Double> first = new LinkedHashMap<>();
    private final Map<String, Double> last = new LinkedHashMap<>();
    private final Sums sums = new Sums();
    private double empty;
    private double total;

    public Weighing add(double weight, Net net) {
      Sums.addTo(first, weight, net.first);
      Sums.addTo(last, weight, net.last);
      sums.addFollows(weight, net);
      empty += weight * net.empty;
      total += weight;
      return this;
    }

    /** One of what was added, by weight. */
    public Net net() {
      if (total <= 0) {
        return NOTHING;
      }
      Map<String, Double> starts = new LinkedHashMap<>();
      Sums.addTo(starts, 1 / total, first);
      Map<String, Double> ends = new LinkedHashMap<>();
      Sums.addTo(ends, 1 / total, last);
      Sums shares = new Sums();
      sums.follows().forEach((word, next) -> shares.add(1 / total, word, next));
      return new Net(starts, ends, shares.follows(), empty / total);
    }
  }
}
