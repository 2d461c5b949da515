package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Confusion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lays what was heard beside a code that was read back: which sound belongs to which place. Sounds
 * that are missing or too many are found out by what is around them. Belongs to one thread.
 */
final class CodeEcho {

  /** So much of a code is not a part of it any more, but a repetition. */
  private static final double MOST_OF_IT = 0.6;

  /** A repetition in which more of each place differs is another code. */
  private static final double OTHER_CODE = 0.75;

  private static final double LEFT_OUT = 0.9;
  private static final double SMALL_LEFT_OUT = 0.3;
  private static final double SMALL_TAKEN = 0.3;
  private static final double OTHER_KIND = 0.45;
  private static final double OTHER_KIND_COST = 0.7;

  private final Codes codes;
  private final String code;
  private final List<Integer> places = new ArrayList<>();
  private final Map<String, Boolean> known = new HashMap<>();

  /** Which sign was heard in each place, by the index in the code; and what speaks against it. */
  private record Laid(Map<Integer, Sign> signs, double cost) {}

  CodeEcho(Codes codes, String code) {
    this.codes = codes;
    this.code = code;
    for (int i = 0; i < code.length(); i++) {
      if (Character.isLetterOrDigit(code.charAt(i))) {
        places.add(i);
      }
    }
  }

  /** Whether this is the whole code once more, though maybe not all of it was heard. */
  boolean isRepetition(List<Sign> signs) {
    long count = signs.stream().filter(sign -> !sign.isSmall()).count();
    return count >= MOST_OF_IT * places.size()
        && count > 1
        && (count == places.size() || lay(signs).cost() <= OTHER_CODE * places.size());
  }

  /**
   * What some readings of one utterance tell of each place of the code.
   *
   * @param isBeside words that may stand around a code
   */
  List<Belief> hear(List<SpelledWords> readings, Predicate<String> isBeside) {
    Map<Integer, List<Belief.Share>> shares = new HashMap<>();
    for (SpelledWords reading : readings) {
      Signs.of(reading, isBeside)
          .filter(this::isRepetition)
          .ifPresent(
              signs ->
                  lay(signs)
                      .signs()
                      .forEach(
                          (place, sign) ->
                              shares
                                  .computeIfAbsent(place, any -> new ArrayList<>())
                                  .addAll(shares(place, sign, reading.weight()))));
    }
    List<Belief> heard = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      List<Belief.Share> here = shares.getOrDefault(i, List.of());
      heard.add(here.isEmpty() ? Belief.NONE : Belief.of(here));
    }
    return heard;
  }

  /** Where the pattern has no room for what was heard, it was something of the other kind. */
  List<Belief.Share> shares(int place, Sign sign, double weight) {
    List<Belief.Share> shares = new ArrayList<>();
    sign.options()
        .forEach(
            (option, fit) -> {
              if (allows(place, option)) {
                shares.add(
                    new Belief.Share(option, weight * fit, sign.confidence(), sign.isTold()));
              }
            });
    if (shares.isEmpty()) {
      sign.options()
          .forEach(
              (option, fit) ->
                  Confusion.otherKind(option)
                      .chars()
                      .mapToObj(other -> (char) other)
                      .filter(other -> allows(place, other))
                      .forEach(
                          other ->
                              shares.add(
                                  new Belief.Share(
                                      other,
                                      weight * fit,
                                      OTHER_KIND * sign.confidence(),
                                      /* isTold= */ false))));
    }
    return shares;
  }

  List<Integer> places() {
    return places;
  }

  /** Whether the code with another character in one place is one, in capitals or not. */
  boolean allows(int place, char other) {
    return !with(place, other).isEmpty();
  }

  /** The code with another character in one place, or empty if that is none. */
  String with(int place, char other) {
    for (char as : new char[] {Character.toUpperCase(other), other}) {
      String text = code.substring(0, place) + as + code.substring(place + 1);
      if (known.computeIfAbsent(text, codes::accepts)) {
        return text;
      }
    }
    return "";
  }

  private Laid lay(List<Sign> signs) {
    return isOneForEach(signs) ? inOrder(signs) : bySound(signs);
  }

  /** As many sounds as places, and none that could not stand in its place. */
  private boolean isOneForEach(List<Sign> signs) {
    boolean fits = signs.size() == places.size();
    for (int i = 0; fits && i < signs.size(); i++) {
      int place = places.get(i);
      fits = signs.get(i).options().keySet().stream().anyMatch(option -> allows(place, option));
    }
    return fits;
  }

  private Laid inOrder(List<Sign> signs) {
    Map<Integer, Sign> laid = new HashMap<>();
    double cost = 0;
    for (int i = 0; i < signs.size(); i++) {
      laid.put(places.get(i), signs.get(i));
      cost += taken(places.get(i), signs.get(i));
    }
    return new Laid(laid, cost);
  }

  /** The way in which the least is changed, left out and too much. */
  private Laid bySound(List<Sign> signs) {
    double[][] cost = new double[places.size() + 1][signs.size() + 1];
    for (int i = 0; i <= places.size(); i++) {
      for (int j = 0; j <= signs.size(); j++) {
        double best = i + j == 0 ? 0 : Double.MAX_VALUE;
        if (i > 0) {
          best = Math.min(best, cost[i - 1][j] + LEFT_OUT);
        }
        if (j > 0) {
          best = Math.min(best, cost[i][j - 1] + leftOut(signs.get(j - 1)));
        }
        if (i > 0 && j > 0) {
          best = Math.min(best, cost[i - 1][j - 1] + taken(places.get(i - 1), signs.get(j - 1)));
        }
        cost[i][j] = best;
      }
    }
    Map<Integer, Sign> laid = new HashMap<>();
    int i = places.size();
    int j = signs.size();
    while (i > 0 && j > 0) {
      Sign sign = signs.get(j - 1);
      if (cost[i][j] == cost[i - 1][j - 1] + taken(places.get(i - 1), sign)) {
        laid.put(places.get(--i), sign);
        j--;
      } else if (cost[i][j] == cost[i][j - 1] + leftOut(sign)) {
        j--;
      } else {
        i--;
      }
    }
    return new Laid(laid, cost[places.size()][signs.size()]);
  }

  private static double leftOut(Sign sign) {
    return sign.isSmall() ? SMALL_LEFT_OUT : LEFT_OUT;
  }

  private double taken(int place, Sign sign) {
    char old = code.toLowerCase(Locale.ROOT).charAt(place);
    double least = 1;
    for (char option : sign.options().keySet()) {
      double cost =
          allows(place, option)
              ? Confusion.cost(option, old)
              : Confusion.otherKind(option).indexOf(old) >= 0 ? OTHER_KIND_COST : 1;
      least = Math.min(least, cost);
    }
    return least + (sign.isSmall() ? SMALL_TAKEN : 0);
  }
}
