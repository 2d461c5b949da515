package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Control;
import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import dev.parley.schema.spoken.words.Spelling.Meaning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads words as letters and digits, without regard to a pattern. Belongs to one thread. */
final class Signs {

  private static final Set<String> ASIDE =
      Set.of(
          "no",
          "nope",
          "wrong",
          "said",
          "sorry",
          "should",
          "actually",
          "but",
          "not",
          "capital",
          "letter",
          "digit",
          "number",
          "character",
          "uppercase",
          "code");
  private static final Set<String> EXPLAINS = Set.of("for", "like");

  private final SpelledWords words;
  private final Predicate<String> isBeside;
  private final List<Sign> found = new ArrayList<>();
  private int at;

  private Signs(SpelledWords words, Predicate<String> isBeside) {
    this.words = words;
    this.isBeside = isBeside;
  }

  /**
   * The letters and digits; dashes and the like are left out.
   *
   * @param isBeside words that may stand around them
   * @return nothing if there is a word that is neither
   */
  static Optional<List<Sign>> of(SpelledWords words, Predicate<String> isBeside) {
    Signs signs = new Signs(words, isBeside);
    while (signs.at < words.count()) {
      if (!signs.take()) {
        return Optional.empty();
      }
    }
    return Optional.of(signs.found);
  }

  /** Whether a word means nothing beside a code. */
  static boolean isAside(String word) {
    return ASIDE.contains(word) || Control.isGlue(word);
  }

  private boolean take() {
    String word = words.word(at);
    boolean isDouble = word.equals("double") || word.equals("triple");
    if (isDouble && Spelling.isDoubleU(word, words.word(at + 1))) {
      add(List.of(new Meaning("w", 1), new Meaning("u", 0.5)), 1);
      at++;
      return true;
    }
    int times = word.equals("double") ? 2 : word.equals("triple") ? 3 : 1;
    if (isDouble) {
      at++;
    }
    List<Meaning> meanings = Spelling.meanings(words.word(at));
    if (meanings.isEmpty()) {
      at++;
      return isDouble || isAside(word) || isBeside.test(word);
    }
    if (NumberWords.isTens(word) && isUnit(words.word(at + 1))) {
      add(List.of(new Meaning(word(word), 1)), 1);
      return true;
    }
    add(meanings, times);
    return true;
  }

  /** The tens of "twenty one": its unit follows as a word of its own. */
  private static String word(String tens) {
    return Integer.toString(NumberWords.TENS.indexOf(tens) + 2);
  }

  private static boolean isUnit(String word) {
    return NumberWords.DIGITS.indexOf(word) > 0;
  }

  private void add(List<Meaning> meanings, int times) {
    String word = words.word(at);
    double confidence = words.confidence(at);
    boolean isSmall =
        found.isEmpty() && words.count() > 1 && (Control.isGlue(word) || isBeside.test(word));
    int behind = explained(meanings);
    boolean isTold = behind > at + 1 || Spelling.TOLD_APART.contains(word);
    if (behind > at + 1) {
      confidence = Math.max(confidence, words.confidence(behind - 1));
    }
    int length = meanings.getFirst().text().length();
    for (int i = 0; i < length * times; i++) {
      Map<Character, Double> options = new LinkedHashMap<>();
      for (Meaning meaning : meanings) {
        if (meaning.text().length() == length) {
          char character = meaning.text().charAt(i % length);
          if (Character.isLetterOrDigit(character)) {
            options.merge(character, meaning.fit(), Math::max);
          }
        }
      }
      if (!options.isEmpty()) {
        found.add(new Sign(options, confidence, isTold, isSmall && !isTold));
      }
    }
    at = behind;
  }

  /** Behind "n as in november", where the letter was told apart by a word. */
  private int explained(List<Meaning> meanings) {
    int word =
        EXPLAINS.contains(words.word(at + 1))
            ? at + 2
            : words.word(at + 1).equals("as") && words.word(at + 2).equals("in")
                ? at + 3
                : words.count();
    boolean tells =
        word < words.count()
            && words.word(word).length() > 1
            && meanings.stream().anyMatch(it -> words.word(word).startsWith(it.text()));
    return tells ? word + 1 : at + 1;
  }
}
