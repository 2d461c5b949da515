package dev.parley.speech.say;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of thing that is written otherwise than it is said.
 *
 * @param pattern of how it is written
 * @param words how it is said; empty if it only looked so
 */
record Rule(Pattern pattern, Function<Found, Optional<String>> words) {

  /** Nothing of a word or number may follow. */
  private static final String END = "(?![\\p{L}\\p{Nd}])";

  /**
   * Something that a rule's pattern matched.
   *
   * @param match of the pattern
   * @param before the word before it, in lower case; empty if there is none
   * @param wordFollows whether the sentence goes on without a mark
   */
  record Found(Matcher match, String before, boolean wordFollows) {

    /** A part of what was matched; empty if it was not there. */
    String part(String group) {
      String part = match.group(group);
      return part == null ? "" : part;
    }

    boolean has(String group) {
      return match.group(group) != null;
    }

    /** A part of at most nine digits. */
    int number(String group) {
      return Integer.parseInt(part(group));
    }
  }

  /** Nor may it go on with more letters or digits behind a dash, dot, slash or the like. */
  static final String NOT_JOINED = "(?![-/_.:]?[\\p{L}\\p{Nd}])";

  /** A thing that ends where a word ends. */
  static Rule word(String pattern, Function<Found, Optional<String>> words) {
    return new Rule(Pattern.compile("(?:" + pattern + ")" + END), words);
  }

  /** A thing that ends wherever the pattern does. */
  static Rule sign(String pattern, String words) {
    return new Rule(Pattern.compile(pattern), found -> Optional.of(words));
  }

  /** A word that is always what it looks like. */
  static Rule plainWord(String pattern, Function<Found, String> words) {
    return word(pattern, found -> Optional.of(words.apply(found)));
  }
}
