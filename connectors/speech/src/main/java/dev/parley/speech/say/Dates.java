package dev.parley.speech.say;

import java.util.List;
import java.util.Optional;

/** Days of the calendar, as ISO 8601, Americans and Europeans write them. */
final class Dates {

  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private static final String MONTH =
      "(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
          + "|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?:,? (?<year>\\d{4}))?";

  private Dates() {}

  static List<Rule> rules() {
    return List.of(
        Rule.word(
            "(?<year>\\d{4})-(?<m>\\d{2})-(?<day>\\d{2})"
                + "(?:[T ](?<h>\\d{2}):(?<min>\\d{2})(?::(?<s>\\d{2})(?:\\.\\d{1,9})?)?"
                + "(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?"
                + Rule.NOT_JOINED,
            Dates::iso),
        Rule.word(
            "(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<year>\\d{4})" + Rule.NOT_JOINED, Dates::slashes),
        Rule.word(
            "(?<day>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<year>\\d{4})" + Rule.NOT_JOINED,
            found -> date(found.number("m"), found.number("day"), found.part("year"))),
        Rule.word(
            MONTH + " " + DAY + YEAR + Rule.NOT_JOINED,
            found -> date(month(found), found.number("day"), found.part("year"))),
        Rule.word(DAY + " " + MONTH + YEAR, Dates::dayFirst));
  }

  private static Optional<String> iso(Rule.Found found) {
    Optional<String> date = date(found.number("m"), found.number("day"), found.part("year"));
    if (date.isEmpty() || !found.has("h")) {
      return date;
    }
    if (found.number("h") > 23 || found.number("min") > 59) {
      return Optional.empty();
    }
    String time = Times.clock(found.number("h"), found.number("min"), found.part("s"));
    String zone =
        switch (found.part("zone")) {
          case "" -> "";
          case "Z" -> " U T C";
          case String shift -> " U T C " + shift(shift);
        };
    return Optional.of(date.get() + ", " + time + zone);
  }

  private static String shift(String shift) {
    String minutes = shift.substring(shift.length() - 2);
    return (shift.charAt(0) == '-' ? "minus " : "plus ")
        + NumberWords.cardinal(shift.substring(1, 3))
        + (minutes.equals("00") ? "" : " " + NumberWords.cardinal(minutes));
  }

  /** Where day and month could be either, the numbers are said as they stand. */
  private static Optional<String> slashes(Rule.Found found) {
    int a = found.number("a");
    int b = found.number("b");
    String year = found.part("year");
    if (a > 12) {
      return date(b, a, year);
    }
    if (b > 12 || a == b) {
      return date(a, b, year);
    }
    return Optional.of(
        "%s slash %s slash %s"
            .formatted(NumberWords.cardinal(a), NumberWords.cardinal(b), year(year)));
  }

  private static Optional<String> dayFirst(Rule.Found found) {
    String the = found.before().equals("the") ? "" : "the ";
    return isDay(found.number("day"))
        ? Optional.of(
            the
                + NumberWords.ordinal(found.part("day"))
                + " of "
                + MONTHS.get(month(found) - 1)
                + (found.has("year") ? " " + year(found.part("year")) : ""))
        : Optional.empty();
  }

  private static Optional<String> date(int month, int day, String year) {
    if (month < 1 || month > 12 || !isDay(day)) {
      return Optional.empty();
    }
    return Optional.of(
        MONTHS.get(month - 1)
            + " "
            + NumberWords.ordinal(Integer.toString(day))
            + (year.isEmpty() ? "" : ", " + year(year)));
  }

  private static boolean isDay(int day) {
    return day >= 1 && day <= 31;
  }

  private static int month(Rule.Found found) {
    String name = found.part("month").substring(0, 3);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).startsWith(name)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("a month that the pattern should not have matched");
  }

  private static String year(String digits) {
    return NumberWords.year(Integer.parseInt(digits));
  }
}
