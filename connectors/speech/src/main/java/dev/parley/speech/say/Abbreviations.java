package dev.parley.speech.say;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Words that are written shorter than they are said, and signs that stand for words. */
final class Abbreviations {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("e.g.", "for example"),
          Map.entry("i.e.", "that is"),
          Map.entry("etc.", "et cetera"),
          Map.entry("vs.", "versus"),
          Map.entry("approx.", "approximately"),
          Map.entry("mr.", "mister"),
          Map.entry("mrs.", "missus"),
          Map.entry("ms.", "miz"),
          Map.entry("dr.", "doctor"),
          Map.entry("prof.", "professor"),
          Map.entry("jr.", "junior"),
          Map.entry("sr.", "senior"),
          Map.entry("inc.", "incorporated"),
          Map.entry("ltd.", "limited"),
          Map.entry("co.", "company"),
          Map.entry("corp.", "corporation"),
          Map.entry("dept.", "department"),
          Map.entry("ave.", "avenue"),
          Map.entry("blvd.", "boulevard"),
          Map.entry("rd.", "road"),
          Map.entry("apt.", "apartment"),
          Map.entry("min.", "minimum"),
          Map.entry("max.", "maximum"),
          Map.entry("tel.", "telephone"),
          Map.entry("ext.", "extension"),
          Map.entry("mon.", "Monday"),
          Map.entry("tue.", "Tuesday"),
          Map.entry("wed.", "Wednesday"),
          Map.entry("thu.", "Thursday"),
          Map.entry("fri.", "Friday"),
          Map.entry("jan.", "January"),
          Map.entry("feb.", "February"),
          Map.entry("aug.", "August"),
          Map.entry("sept.", "September"),
          Map.entry("oct.", "October"),
          Map.entry("nov.", "November"),
          Map.entry("dec.", "December"));

  private static final Map<String, String> SIGNS =
      Map.of("&", "and", "=", "equals", "+", "plus", "@", "at", "%", "percent", "×", "times");

  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}.]+$");
  private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+");

  private Abbreviations() {}

  static List<Rule> rules() {
    return List.of(
        Rule.sign("St\\. (?=\\p{Lu})", "Saint "),
        Rule.plainWord("St\\.", found -> "Street"),
        Rule.word(
            "(?:\\p{L}{1,8}\\.){1,2}",
            found ->
                Optional.ofNullable(WORDS.get(found.match().group().toLowerCase(Locale.ROOT)))),
        Rule.sign("~(?=\\s?\\d)", "about "),
        Rule.word(
            "[&=+@%×](?=\\s|$)", found -> Optional.ofNullable(SIGNS.get(found.match().group()))),
        Rule.sign("[#~_\\\\]+", " "));
  }

  /** Whether a text ends with one, so that its dot need not end the sentence. */
  static boolean endsWithOne(String text) {
    return LAST_WORD
        .matcher(text)
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .anyMatch(
            word ->
                WORDS.containsKey(word)
                    || word.equals("st.")
                    || word.equals("no.")
                    || INITIALS.matcher(word).matches());
  }
}
