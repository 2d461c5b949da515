package dev.parley.schema.spoken.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that characters are spelled with. */
public final class Spelling {

  /** Letters as they are told apart on the telephone. */
  public static final List<String> TOLD_APART =
      List.of(
          "alpha",
          "bravo",
          "charlie",
          "delta",
          "echo",
          "foxtrot",
          "golf",
          "hotel",
          "india",
          "juliet",
          "kilo",
          "lima",
          "mike",
          "november",
          "oscar",
          "papa",
          "quebec",
          "romeo",
          "sierra",
          "tango",
          "uniform",
          "victor",
          "whiskey",
          "xray",
          "yankee",
          "zulu");

  /** Characters that are neither letter nor digit, and what they are called first. */
  private static final Map<Character, List<String>> SIGNS =
      Map.ofEntries(
          Map.entry('-', List.of("dash", "hyphen", "minus")),
          Map.entry('.', List.of("dot", "point")),
          Map.entry('/', List.of("slash")),
          Map.entry(' ', List.of("space")),
          Map.entry('_', List.of("underscore")),
          Map.entry('+', List.of("plus")),
          Map.entry(':', List.of("colon")),
          Map.entry('#', List.of("hash")),
          Map.entry('@', List.of("at")),
          Map.entry(',', List.of("comma")),
          Map.entry('\'', List.of("apostrophe")));

  /** Words that sound like a letter, or are another name of one. */
  private static final Map<String, Character> LETTER_SOUNDS =
      Map.ofEntries(
          Map.entry("zed", 'z'),
          Map.entry("zee", 'z'),
          Map.entry("alfa", 'a'),
          Map.entry("juliett", 'j'),
          Map.entry("x-ray", 'x'),
          Map.entry("whisky", 'w'),
          Map.entry("ay", 'a'),
          Map.entry("bee", 'b'),
          Map.entry("be", 'b'),
          Map.entry("see", 'c'),
          Map.entry("sea", 'c'),
          Map.entry("gee", 'g'),
          Map.entry("eye", 'i'),
          Map.entry("jay", 'j'),
          Map.entry("kay", 'k'),
          Map.entry("oh", 'o'),
          Map.entry("pea", 'p'),
          Map.entry("queue", 'q'),
          Map.entry("cue", 'q'),
          Map.entry("are", 'r'),
          Map.entry("tea", 't'),
          Map.entry("tee", 't'),
          Map.entry("you", 'u'),
          Map.entry("ex", 'x'),
          Map.entry("why", 'y'));

  private Spelling() {}

  /**
   * What a word may stand for in a code.
   *
   * @param text its characters; letters in lower case
   * @param fit 1 for its own meaning, less for one that only sounds alike
   */
  public record Meaning(String text, double fit) {}

  /** What a word may stand for, the plainest first; empty if it spells nothing. */
  public static List<Meaning> meanings(String word) {
    List<Meaning> found = new ArrayList<>();
    if (word.length() == 1) {
      found.add(new Meaning(word, 1));
    }
    int told = TOLD_APART.indexOf(word);
    if (told >= 0) {
      found.add(new Meaning(String.valueOf((char) ('a' + told)), 1));
    }
    SIGNS.forEach(
        (sign, names) -> {
          if (names.contains(word)) {
            found.add(new Meaning(sign.toString(), 1));
          }
        });
    NumberWords.digit(word)
        .ifPresent(
            digit ->
                found.add(
                    new Meaning(
                        Integer.toString(digit), NumberWords.isSoundAlike(word) ? 0.95 : 1)));
    NumberWords.small(word).ifPresent(n -> found.add(new Meaning(Integer.toString(n), 0.95)));
    Character letter = LETTER_SOUNDS.get(word);
    if (letter != null) {
      found.add(new Meaning(letter.toString(), told >= 0 || word.length() == 3 ? 0.95 : 0.9));
    }
    if (found.isEmpty() && word.length() > 1 && word.chars().anyMatch(Character::isDigit)) {
      found.add(new Meaning(word.toLowerCase(Locale.ROOT), 1)); // typed
    }
    return found;
  }

  /** How a caller says a character: the word, or none. */
  public static List<String> names(char character) {
    char plain = Character.toLowerCase(character);
    if (plain >= 'a' && plain <= 'z') {
      return List.of(String.valueOf(plain), TOLD_APART.get(plain - 'a'));
    }
    if (plain >= '0' && plain <= '9') {
      String digit = NumberWords.DIGITS.get(plain - '0');
      return plain == '0' ? List.of(digit, "oh") : List.of(digit);
    }
    return SIGNS.getOrDefault(plain, List.of());
  }

  /** How a voice reads a code back: its characters, with a comma after each. */
  public static String readBack(String code) {
    List<String> said = new ArrayList<>();
    for (int i = 0; i < code.length(); i++) {
      char character = code.charAt(i);
      if (Character.isLetter(character)) {
        said.add(String.valueOf(character).toUpperCase(Locale.ROOT));
      } else {
        List<String> names = names(character);
        said.add(names.isEmpty() ? String.valueOf(character) : names.getFirst());
      }
    }
    return String.join(", ", said);
  }

  /** Whether the word is the letter of two syllables, that hides a "double". */
  public static boolean isDoubleU(String first, String second) {
    return first.equals("double") && (second.equals("u") || second.equals("you"));
  }
}
