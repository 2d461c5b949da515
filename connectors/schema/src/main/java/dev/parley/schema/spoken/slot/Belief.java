package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Confusion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was heard in one place of a code: how likely that is, were it one character or another.
 * Several hearings are put together by adding. Immutable.
 *
 * @param logs logarithms, for each character that was heard or may have been taken for it
 * @param others the same for any other character
 */
public record Belief(Map<Character, Double> logs, double others) {

  /** Nobody is more sure of a spoken letter than this, nor less. */
  private static final double MOST = 0.95;

  private static final double LEAST = 0.3;
  private static final double TOLD = 0.99;

  /** What of the doubt goes to a character that sounds like the one that was heard, or nearly. */
  private static final double SOUNDS_CLOSE = 0.25;

  private static final double SOUNDS_ALIKE = 0.08;

  private static final double SOUNDS_OTHERWISE = 0.004;

  /** Digits are taken for something else less often than letters. */
  private static final double DIGIT = 0.5;

  static final Belief NONE = new Belief(Map.of(), 0);

  public Belief {
    logs = Map.copyOf(logs);
  }

  /**
   * What one hearing tells.
   *
   * @param shares how much of it says which character, and how sure; more than none
   */
  static Belief of(List<Share> shares) {
    Map<Character, Double> likely = new LinkedHashMap<>();
    double total = shares.stream().mapToDouble(Share::weight).sum();
    for (Share share : shares) {
      likely.put(share.heard(), 0.0);
      if (!share.isTold()) {
        Confusion.alike(share.heard()).forEach(other -> likely.put(other, 0.0));
      }
    }
    double others = 0;
    for (Share share : shares) {
      double part = share.weight() / total;
      double sure = share.isTold() ? TOLD : Math.clamp(share.confidence(), LEAST, MOST);
      likely.replaceAll(
          (meant, sum) ->
              sum
                  + part
                      * (meant.equals(share.heard())
                          ? sure
                          : (1 - sure) * confused(share.heard(), meant)));
      others += part * (1 - sure) * SOUNDS_OTHERWISE;
    }
    likely.replaceAll((meant, sum) -> Math.log(sum));
    return new Belief(likely, Math.log(others));
  }

  /**
   * A part of a hearing.
   *
   * @param weight above 0
   */
  record Share(char heard, double weight, double confidence, boolean isTold) {}

  private static double confused(char heard, char meant) {
    double cost = Confusion.cost(heard, meant);
    double alike =
        cost >= 1 ? SOUNDS_OTHERWISE : cost > Confusion.CLOSE_COST ? SOUNDS_ALIKE : SOUNDS_CLOSE;
    return Character.isDigit(heard) ? alike * DIGIT : alike;
  }

  double of(char character) {
    return logs.getOrDefault(character, others);
  }

  Belief plus(Belief more) {
    Map<Character, Double> sums = new HashMap<>();
    logs.keySet().forEach(each -> sums.put(each, of(each) + more.of(each)));
    more.logs.keySet().forEach(each -> sums.put(each, of(each) + more.of(each)));
    return new Belief(sums, others + more.others);
  }

  /** What was heard or may have been, the likeliest first. */
  List<Character> ranking() {
    return logs.keySet().stream()
        .sorted(
            Comparator.comparingDouble((Character each) -> -of(each))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** How much likelier this character is than the next best: the less, the less certain. */
  double margin(char character) {
    return of(character)
        - logs.entrySet().stream()
            .filter(each -> each.getKey() != character)
            .mapToDouble(Map.Entry::getValue)
            .max()
            .orElse(others);
  }

  /** Keeps what was heard out of logs. */
  @Override
  public String toString() {
    return "Belief[%d]".formatted(logs.size());
  }
}
