package dev.parley.schema.spoken.slot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the likeliest code by what may stand in each of its places. Pure. */
final class CodeChoice {

  private static final int MOST_TRIED = 3_000;

  private CodeChoice() {}

  /**
   * What may stand in a place.
   *
   * @param score a logarithm
   */
  record Option(char character, double score) {}

  /**
   * A code.
   *
   * @param lead how much likelier it is than the next one, as a logarithm
   */
  record Best(String text, double lead) {}

  private record Try(List<Integer> ranks, double score) {}

  /**
   * The likeliest one.
   *
   * @param places what may stand there, the likeliest first; at least one option each
   * @param fits whether a text will do
   * @return nothing if none of the likeliest few thousand does
   */
  static Optional<Best> best(List<List<Option>> places, Predicate<String> fits) {
    PriorityQueue<Try> open =
        new PriorityQueue<>(Comparator.comparingDouble((Try each) -> -each.score()));
    Set<List<Integer>> seen = new HashSet<>();
    offer(places, IntStream.range(0, places.size()).mapToObj(i -> 0).toList(), open, seen);
    Optional<Try> first = Optional.empty();
    for (int tried = 0; tried < MOST_TRIED && !open.isEmpty(); tried++) {
      Try likeliest = open.remove();
      if (fits.test(text(places, likeliest))) {
        if (first.isPresent()) {
          return Optional.of(
              new Best(text(places, first.get()), first.get().score() - likeliest.score()));
        }
        first = Optional.of(likeliest);
      }
      for (int i = 0; i < places.size(); i++) {
        List<Integer> next = new ArrayList<>(likeliest.ranks());
        next.set(i, next.get(i) + 1);
        offer(places, next, open, seen);
      }
    }
    return first.map(only -> new Best(text(places, only), Double.POSITIVE_INFINITY));
  }

  private static void offer(
      List<List<Option>> places,
      List<Integer> ranks,
      PriorityQueue<Try> open,
      Set<List<Integer>> seen) {
    double score = 0;
    for (int i = 0; i < places.size(); i++) {
      if (ranks.get(i) >= places.get(i).size()) {
        return;
      }
      score += places.get(i).get(ranks.get(i)).score();
    }
    if (seen.add(ranks)) {
      open.add(new Try(ranks, score));
    }
  }

  private static String text(List<List<Option>> places, Try ranked) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      text.append(places.get(i).get(ranked.ranks().get(i)).character());
    }
    return text.toString();
  }
}
