package dev.parley.speech.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Numbers of something: per cent, ordinals, units, fractions, scores. */
final class Quantities {

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("km/h", "kilometers per hour"),
          Map.entry("mph", "miles per hour"),
          Map.entry("m/s", "meters per second"),
          Map.entry("km", "kilometers"),
          Map.entry("cm", "centimeters"),
          Map.entry("mm", "millimeters"),
          Map.entry("m", "meters"),
          Map.entry("mi", "miles"),
          Map.entry("ft", "feet"),
          Map.entry("kg", "kilograms"),
          Map.entry("mg", "milligrams"),
          Map.entry("g", "grams"),
          Map.entry("lb", "pounds"),
          Map.entry("lbs", "pounds"),
          Map.entry("oz", "ounces"),
          Map.entry("ml", "milliliters"),
          Map.entry("l", "liters"),
          Map.entry("°C", "degrees Celsius"),
          Map.entry("°F", "degrees Fahrenheit"),
          Map.entry("°", "degrees"),
          Map.entry("Hz", "hertz"),
          Map.entry("kHz", "kilohertz"),
          Map.entry("MHz", "megahertz"),
          Map.entry("GHz", "gigahertz"),
          Map.entry("kB", "kilobytes"),
          Map.entry("KB", "kilobytes"),
          Map.entry("MB", "megabytes"),
          Map.entry("GB", "gigabytes"),
          Map.entry("TB", "terabytes"),
          Map.entry("kW", "kilowatts"),
          Map.entry("kWh", "kilowatt hours"),
          Map.entry("ms", "milliseconds"),
          Map.entry("s", "seconds"),
          Map.entry("sec", "seconds"),
          Map.entry("min", "minutes"),
          Map.entry("mins", "minutes"),
          Map.entry("h", "hours"),
          Map.entry("hr", "hours"),
          Map.entry("hrs", "hours"));

  private static final List<String> PARTS =
      List.of("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

  private static final String UNIT =
      UNITS.keySet().stream()
          .sorted((a, b) -> b.length() - a.length())
          .collect(Collectors.joining("|", "(?<unit>", ")"));

  private Quantities() {}

  static List<Rule> rules() {
    return List.of(
        Rule.plainWord(Numbers.NUMBER + "\\s?%", found -> Numbers.value(found) + " percent"),
        Rule.plainWord(
            "(?<whole>\\d{1,15})(?:st|nd|rd|th)",
            found -> NumberWords.ordinal(found.part("whole"))),
        Rule.plainWord(
            Numbers.NUMBER + "\\s?" + UNIT + Rule.NOT_JOINED,
            found -> Numbers.value(found) + " " + unit(found)),
        Rule.word(
            "(?:(?<whole>\\d{1,4}) )?(?<part>\\d{1,2})[/⁄](?<of>\\d{1,2})" + Rule.NOT_JOINED,
            Quantities::fraction),
        Rule.plainWord(
            "(?<a>\\d{1,5}) ?[x×] ?(?<b>\\d{1,5})" + Rule.NOT_JOINED, found -> pair(found, " by ")),
        Rule.plainWord(
            "(?<a>\\d{1,3}):(?<b>\\d{1,3})" + Rule.NOT_JOINED, found -> pair(found, " to ")));
  }

  private static String pair(Rule.Found found, String between) {
    return NumberWords.cardinal(found.part("a")) + between + NumberWords.cardinal(found.part("b"));
  }

  private static String unit(Rule.Found found) {
    String many = UNITS.getOrDefault(found.part("unit"), "");
    boolean one = found.part("whole").equals("1") && !found.has("fraction");
    if (!one) {
      return many;
    }
    return many.equals("feet")
        ? "foot"
        : many.endsWith("hertz") ? many : many.replaceFirst("s\\b", "");
  }

  private static Optional<String> fraction(Rule.Found found) {
    int part = found.number("part");
    int of = found.number("of");
    if (of < 2 || of > PARTS.size() + 1 || part < 1 || part >= of) {
      return Optional.empty();
    }
    String name = PARTS.get(of - 2);
    String said = NumberWords.cardinal(part) + " " + (part == 1 ? name : name + "s");
    return Optional.of(
        found.has("whole") ? NumberWords.cardinal(found.part("whole")) + " and " + said : said);
  }
}
