package dev.parley.speech.say;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A text as it is said, clause by clause. What was heard of the spoken text can so be told in the
 * words of the written one. Immutable.
 *
 * @param clauses in order
 */
public record SpokenText(List<Clause> clauses) {

  public SpokenText {
    clauses = List.copyOf(clauses);
  }

  /**
   * English text: numbers, amounts, codes, dates and addresses become words. No digit is left, and
   * nothing that a voice would stumble over. Any text can be given.
   */
  public static SpokenText of(String text) {
    Wording wording = Wording.english();
    return new SpokenText(
        Clauses.of(text).stream().map(part -> new Clause(part, wording.say(part))).toList());
  }

  /**
   * Text in any language. Other than English it stays as it is: a voice that speaks the language
   * knows its numbers.
   *
   * @param language a BCP 47 tag
   */
  public static SpokenText of(String text, String language) {
    String tag = language.toLowerCase(Locale.ROOT);
    if (tag.equals("en") || tag.startsWith("en-")) {
      return of(text);
    }
    return new SpokenText(
        Clauses.of(text).stream().map(part -> new Clause(part, part.strip())).toList());
  }

  /** All that is said. */
  public String spoken() {
    return clauses.stream()
        .map(Clause::spoken)
        .filter(spoken -> !spoken.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Keeps the text out of logs. */
  @Override
  public String toString() {
    return "SpokenText[%d clauses]".formatted(clauses.size());
  }
}
