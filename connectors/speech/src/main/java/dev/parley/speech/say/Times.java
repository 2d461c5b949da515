package dev.parley.speech.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Times of day ("14:05", "9 pm"), and lengths of time as ISO 8601 has them ("PT5M30S"). */
final class Times {

  private static final String HALF = "(?<half>[AaPp])(?:\\.[Mm]\\.|[Mm])";

  private Times() {}

  static List<Rule> rules() {
    return List.of(
        Rule.word(
            "P(?:(?<y>\\d{1,9})Y)?(?:(?<mo>\\d{1,9})M)?(?:(?<w>\\d{1,9})W)?(?:(?<d>\\d{1,9})D)?"
                + "T(?:(?<h>\\d{1,9})H)?(?:(?<min>\\d{1,9})M)?"
                + "(?:(?<s>\\d{1,9})(?:\\.(?<fraction>\\d{1,9}))?S)?",
            Times::duration),
        Rule.word(
            "(?<h>[01]?\\d|2[0-3]):(?<min>[0-5]\\d)(?::(?<s>[0-5]\\d))?(?:\\s?"
                + HALF
                + ")?"
                + Rule.NOT_JOINED,
            found -> Optional.of(time(found))),
        Rule.plainWord(
            "(?<h>1[0-2]|0?[1-9])\\s?" + HALF + Rule.NOT_JOINED,
            found -> NumberWords.cardinal(found.part("h")) + half(found)));
  }

  /** "fourteen oh five", "nine o'clock". */
  static String clock(int hours, int minutes, String seconds) {
    String spoken = NumberWords.cardinal(hours);
    String time =
        minutes > 0
            ? spoken + (minutes < 10 ? " oh " : " ") + NumberWords.cardinal(minutes)
            : hours == 0 ? "midnight" : hours <= 12 ? spoken + " o'clock" : spoken + " hundred";
    return seconds.isEmpty() ? time : time + " and " + count(seconds, "", "second");
  }

  private static String time(Rule.Found found) {
    int hours = found.number("h");
    int minutes = found.number("min");
    if (found.has("half") && minutes == 0 && !found.has("s")) {
      return NumberWords.cardinal(hours) + half(found);
    }
    return clock(hours, minutes, found.part("s")) + half(found);
  }

  /** In words: "A M" is two letters, which are hard to hear. */
  private static String half(Rule.Found found) {
    int hours = found.number("h");
    return switch (found.part("half")) {
      case "" -> "";
      case "a", "A" -> " in the morning";
      default -> hours % 12 < 6 ? " in the afternoon" : " in the evening";
    };
  }

  private static Optional<String> duration(Rule.Found found) {
    List<String> parts = new ArrayList<>();
    add(found, "y", "year", parts);
    add(found, "mo", "month", parts);
    add(found, "w", "week", parts);
    add(found, "d", "day", parts);
    add(found, "h", "hour", parts);
    add(found, "min", "minute", parts);
    add(found, "s", "second", parts);
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    int last = parts.size() - 1;
    return Optional.of(
        last == 0
            ? parts.getFirst()
            : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last));
  }

  private static void add(Rule.Found found, String group, String unit, List<String> parts) {
    if (found.has(group)) {
      String fraction = group.equals("s") ? found.part("fraction") : "";
      parts.add(count(found.part(group), fraction, unit));
    }
  }

  private static String count(String whole, String fraction, String unit) {
    boolean one = fraction.isEmpty() && whole.matches("0*1");
    return NumberWords.decimal(whole, fraction) + " " + unit + (one ? "" : "s");
  }
}
