package dev.parley.speech.voice;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes letters that are spelled ("A, B, C") as their names, for a synthesiser that takes letters
 * in a row for an abbreviation and runs them together, commas or not.
 */
public final class LetterNames {

  private static final Pattern SPELLED = Pattern.compile("(?<![\\p{L}\\p{N}])[A-Z](?=,)");

  private static final List<String> NAMES =
      List.of(
          "ay",
          "bee",
          "see",
          "dee",
          "ee",
          "eff",
          "gee",
          "aitch",
          "eye",
          "jay",
          "kay",
          "ell",
          "em",
          "en",
          "oh",
          "pee",
          "cue",
          "are",
          "ess",
          "tee",
          "you",
          "vee",
          "double you",
          "ex",
          "why",
          "zee");

  private LetterNames() {}

  /** The text, with a pause after each letter that a comma follows. */
  public static String apart(String text) {
    return SPELLED
        .matcher(text)
        .replaceAll(letter -> Matcher.quoteReplacement(NAMES.get(letter.group().charAt(0) - 'A')));
  }
}
