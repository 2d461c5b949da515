package dev.parley.speech.say;

import java.util.List;
import java.util.Set;

/** Numbers that stand alone: as a whole, as a year, or digit by digit. */
final class Numbers {

  /** With its groups {@code minus}, {@code whole} and {@code fraction}. */
  static final String NUMBER =
      "(?<minus>[-+](?=[\\d.]))?(?<whole>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.(?<fraction>\\d+))?";

  /** A number after one of these is a name, and said digit by digit. */
  private static final Set<String> NAMED =
      Set.of(
          "account",
          "call",
          "code",
          "confirmation",
          "extension",
          "flight",
          "id",
          "invoice",
          "number",
          "order",
          "pin",
          "reference",
          "room",
          "serial",
          "ticket",
          "tracking",
          "zip");

  /** A number of four digits after one of these is a year. */
  private static final Set<String> YEARS =
      Set.of(
          "in",
          "since",
          "year",
          "until",
          "till",
          "from",
          "before",
          "after",
          "by",
          "of",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "spring",
          "summer",
          "autumn",
          "fall",
          "winter");

  /** A number with more digits than these is said digit by digit, unless it is a round one. */
  private static final int WHOLE_DIGITS = 4;

  private Numbers() {}

  static List<Rule> rules() {
    return List.of(
        Rule.plainWord(
            "(?:#|[Nn]o\\.)\\s?(?<whole>\\d+)" + Rule.NOT_JOINED,
            found -> "number " + named(found.part("whole"))),
        Rule.plainWord(NUMBER + Rule.NOT_JOINED, Numbers::number),
        Rule.plainWord(
            "\\.(?<fraction>\\d+)" + Rule.NOT_JOINED,
            found -> "point " + Spelling.inARow(found.part("fraction"))));
  }

  /** What {@link #NUMBER} found, as a quantity. */
  static String value(Rule.Found found) {
    String sign =
        switch (found.part("minus")) {
          case "-" -> "minus ";
          case "+" -> "plus ";
          default -> "";
        };
    String whole = found.part("whole").replace(",", "");
    return sign + NumberWords.decimal(whole, found.part("fraction"));
  }

  private static String number(Rule.Found found) {
    String whole = found.part("whole");
    if (found.has("minus") || found.has("fraction") || whole.contains(",")) {
      return value(found);
    }
    if (NAMED.contains(found.before())) {
      return named(whole);
    }
    if (whole.matches("1[1-9]\\d\\d|20\\d\\d") && YEARS.contains(found.before())) {
      return NumberWords.year(Integer.parseInt(whole));
    }
    boolean round = whole.matches("[1-9]\\d{0,2}0{3,12}");
    boolean leadingZero = whole.length() > 1 && whole.startsWith("0");
    return round || (whole.length() <= WHOLE_DIGITS && !leadingZero)
        ? NumberWords.cardinal(whole)
        : Spelling.digits(whole);
  }

  private static String named(String digits) {
    return digits.length() <= 2 && !digits.startsWith("0")
        ? NumberWords.cardinal(digits)
        : Spelling.digits(digits);
  }
}
