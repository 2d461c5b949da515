package dev.parley.speech.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Characters one by one, with pauses where a listener needs them. */
final class Spelling {

  private Spelling() {}

  /** "six two zero": no pause in between. */
  static String inARow(String digits) {
    return digits.chars().mapToObj(c -> name((char) c)).collect(Collectors.joining(" "));
  }

  /**
   * A long number, in groups that can be kept in mind: "four seven one one, four seven one one".
   */
  static String digits(String digits) {
    int size = digits.length() >= 8 && digits.length() % 4 == 0 ? 4 : 3;
    List<String> groups = new ArrayList<>();
    int at = 0;
    while (at < digits.length()) {
      int left = digits.length() - at;
      int take = left <= 4 ? left : size; // no digit stays alone
      groups.add(inARow(digits.substring(at, at + take)));
      at += take;
    }
    return String.join(", ", groups);
  }

  /** "R, dash, six, two, zero": a pause after each, for letters are easily confused. */
  static String apart(String code) {
    return code.codePoints()
        .mapToObj(c -> c < 0x80 ? name((char) c) : Character.toString(c).toUpperCase(Locale.ROOT))
        .filter(name -> !name.isBlank())
        .collect(Collectors.joining(", "));
  }

  /** What a character of a code or an address is called; empty if it has no name. */
  static String name(char c) {
    if (c >= '0' && c <= '9') {
      return NumberWords.cardinal(c - '0');
    }
    return switch (c) {
      case '-' -> "dash";
      case '_' -> "underscore";
      case '.' -> "dot";
      case '/' -> "slash";
      case '\\' -> "backslash";
      case ':' -> "colon";
      case '@' -> "at";
      case '#' -> "hash";
      case '+' -> "plus";
      case '*' -> "star";
      case '&' -> "and";
      case '=' -> "equals";
      case '%' -> "percent";
      case '?' -> "question mark";
      case '~' -> "tilde";
      case '$' -> "dollar";
      default -> Character.isLetter(c) ? String.valueOf(Character.toUpperCase(c)) : "";
    };
  }
}
