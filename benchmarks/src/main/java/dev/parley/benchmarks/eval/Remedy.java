package dev.parley.benchmarks.eval;

import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a caller says whose code was read back wrong, or not at all. */
enum Remedy {
  /** The code once more, in the same words. */
  SAME_WORDS,
  /** The code once more, with letters told apart: "romeo dash six". */
  TOLD_APART,
  /** One or two places that are wrong, told apart: "no, the fifth is alpha"; else all of it. */
  PLACES;

  private static final int MOST_PLACES = 2;

  /**
   * The words.
   *
   * @param code as it should be
   * @param readBack as it was read back, or empty
   */
  String words(String code, String readBack) {
    return switch (this) {
      case SAME_WORDS -> spelled(code);
      case TOLD_APART -> toldApart(code);
      case PLACES -> {
        List<String> wrong = wrong(code, readBack);
        boolean isShort = !wrong.isEmpty() && wrong.size() <= MOST_PLACES;
        yield isShort ? "no " + String.join(" and ", wrong) : toldApart(code);
      }
    };
  }

  /** As most people spell it. */
  static String spelled(String code) {
    return Spelling.readBack(code).replace(",", "");
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String toldApart(String code) {
    return String.join(" ", code.chars().mapToObj(c -> toldApart((char) c)).toList());
  }

  private static String toldApart(char character) {
    return Character.isLetter(character)
        ? Spelling.TOLD_APART.get(Character.toLowerCase(character) - 'a')
        : Spelling.names(character).getFirst();
  }

  private static List<String> wrong(String code, String readBack) {
    List<String> wrong = new ArrayList<>();
    int place = 0;
    for (int i = 0; code.length() == readBack.length() && i < code.length(); i++) {
      if (Character.isLetterOrDigit(code.charAt(i))) {
        place++;
        if (code.charAt(i) != readBack.charAt(i)) {
          wrong.add(
              "the %s is %s".formatted(NumberWords.ordinal(place), toldApart(code.charAt(i))));
        }
      }
    }
    return wrong;
  }
}
