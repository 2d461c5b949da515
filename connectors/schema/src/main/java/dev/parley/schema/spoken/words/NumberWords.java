package dev.parley.schema.spoken.words;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The words that numbers are made of. */
public final class NumberWords {

  public static final List<String> DIGITS =
      List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
  public static final List<String> TEENS =
      List.of(
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  public static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final List<String> ORDINALS =
      List.of(
          "zeroth",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "seventh",
          "eighth",
          "ninth",
          "tenth",
          "eleventh",
          "twelfth",
          "thirteenth",
          "fourteenth",
          "fifteenth",
          "sixteenth",
          "seventeenth",
          "eighteenth",
          "nineteenth",
          "twentieth");

  /** Words that sound like a digit. */
  private static final Map<String, Integer> SOUND_ALIKES =
      Map.ofEntries(
          Map.entry("oh", 0),
          Map.entry("o", 0),
          Map.entry("nought", 0),
          Map.entry("won", 1),
          Map.entry("to", 2),
          Map.entry("too", 2),
          Map.entry("for", 4),
          Map.entry("fore", 4),
          Map.entry("ate", 8),
          Map.entry("niner", 9));

  private static final long MOST = 999_999_999_999L;

  private static final Map<String, Integer> SMALL = small();

  private NumberWords() {}

  /**
   * A number that was found.
   *
   * @param end the index behind its last word
   */
  public record Cardinal(long value, int end) {}

  /** The digit that a word means, also by its sound alone. */
  public static OptionalInt digit(String word) {
    int at = DIGITS.indexOf(word);
    if (at >= 0) {
      return OptionalInt.of(at);
    }
    if (word.length() == 1 && word.charAt(0) >= '0' && word.charAt(0) <= '9') {
      return OptionalInt.of(word.charAt(0) - '0');
    }
    Integer alike = SOUND_ALIKES.get(word);
    return alike == null ? OptionalInt.empty() : OptionalInt.of(alike);
  }

  /** Whether the word is a digit by its sound only, and more often something else. */
  public static boolean isSoundAlike(String word) {
    return SOUND_ALIKES.containsKey(word);
  }

  /** One of ten to nineteen, and of the tens. */
  public static Optional<Integer> small(String word) {
    return Optional.ofNullable(SMALL.get(word));
  }

  /** Whether a unit usually follows: "twenty". */
  public static boolean isTens(String word) {
    return TENS.contains(word);
  }

  /** "first" is 1, up to "thirty first", in one or two words. */
  public static Optional<Cardinal> ordinal(List<String> words, int from) {
    if (from >= words.size()) {
      return Optional.empty();
    }
    String word = words.get(from);
    if (word.matches("[0-9]{1,2}(st|nd|rd|th)")) {
      return Optional.of(new Cardinal(Integer.parseInt(word.replaceAll("\\D", "")), from + 1));
    }
    int plain = word.equals("thirtieth") ? 30 : ORDINALS.indexOf(word);
    if (plain > 0) {
      return Optional.of(new Cardinal(plain, from + 1));
    }
    int tens = TENS.indexOf(word);
    if (tens >= 0 && from + 1 < words.size()) {
      int unit = ORDINALS.indexOf(words.get(from + 1));
      if (unit > 0 && unit < 10) {
        return Optional.of(new Cardinal((tens + 2) * 10L + unit, from + 2));
      }
    }
    return Optional.empty();
  }

  /** Words of an ordinal. */
  public static String ordinal(int value) {
    if (value <= 20) {
      return ORDINALS.get(value);
    }
    return value == 30 ? "thirtieth" : TENS.get(value / 10 - 2) + " " + ORDINALS.get(value % 10);
  }

  /**
   * A number in whole words, the longest that begins here: "four hundred and fifty", "a hundred",
   * "23".
   */
  public static Optional<Cardinal> cardinal(List<String> words, int from) {
    long total = 0;
    long group = 0;
    int groupEnd = -1;
    long room = 1_000_000_000L; // what may still be added must be smaller
    int at = from;
    while (at < words.size()) {
      String word = words.get(at);
      boolean linked = word.equals("and") && at > from && at + 1 < words.size() && groupEnd == at;
      if (linked && (total > 0 || group >= 100) && isSmall(words.get(at + 1))) {
        at++;
        groupEnd = at;
        continue;
      }
      long scale = word.equals("thousand") ? 1_000 : word.equals("million") ? 1_000_000 : 1;
      if (word.equals("hundred") && group < 100 && (group > 0 || at == from)) {
        group = Math.max(1, group) * 100;
      } else if (word.equals("a") && at == from && isScale(words, at + 1)) {
        group = 1;
      } else if (scale > 1 && scale < room && (group > 0 || at == from)) {
        total += Math.max(1, group) * scale;
        group = 0;
        room = scale;
      } else if (word.matches("[0-9]{1,12}") && at == from) {
        group = Long.parseLong(word);
      } else {
        long more = SMALL.getOrDefault(word, DIGITS.indexOf(word));
        boolean free = at == from || (group == 0 && total > 0);
        if (more < 0 || !fits(group, more, free)) {
          break;
        }
        group += more;
      }
      at++;
      groupEnd = at;
    }
    boolean dangling = at > from && words.get(at - 1).equals("and");
    int end = dangling ? at - 1 : at;
    return end > from && total + group <= MOST
        ? Optional.of(new Cardinal(total + group, end))
        : Optional.empty();
  }

  /** A number in words, as a voice says it and as a caller does. */
  public static String inWords(long value) {
    if (value < 0) {
      return "minus " + inWords(-value);
    }
    if (value < 10) {
      return DIGITS.get((int) value);
    }
    if (value < 20) {
      return TEENS.get((int) value - 10);
    }
    if (value < 100) {
      return TENS.get((int) value / 10 - 2) + (value % 10 == 0 ? "" : " " + inWords(value % 10));
    }
    if (value < 1_000) {
      return scaled(value, 100, "hundred");
    }
    return value < 1_000_000
        ? scaled(value, 1_000, "thousand")
        : value <= MOST ? scaled(value, 1_000_000, "million") : Long.toString(value);
  }

  private static String scaled(long value, long scale, String name) {
    long rest = value % scale;
    String link = rest == 0 ? "" : (rest < 100 ? " and " : " ") + inWords(rest);
    return inWords(value / scale) + " " + name + link;
  }

  private static boolean fits(long group, long more, boolean free) {
    if (group == 0) {
      return free;
    }
    boolean afterHundred = group % 100 == 0;
    boolean afterTens = group % 10 == 0 && group % 100 >= 20;
    return more > 0 && (afterHundred || (afterTens && more < 10));
  }

  private static boolean isSmall(String word) {
    return SMALL.containsKey(word) || DIGITS.indexOf(word) > 0;
  }

  private static boolean isScale(List<String> words, int at) {
    return at < words.size() && List.of("hundred", "thousand", "million").contains(words.get(at));
  }

  private static Map<String, Integer> small() {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (int i = 0; i < TEENS.size(); i++) {
      all.put(TEENS.get(i), 10 + i);
    }
    for (int i = 0; i < TENS.size(); i++) {
      all.put(TENS.get(i), 20 + 10 * i);
    }
    return Map.copyOf(new HashMap<>(all));
  }
}
