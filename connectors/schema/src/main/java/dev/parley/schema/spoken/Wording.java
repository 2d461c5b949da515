package dev.parley.schema.spoken;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a call into the words of the tool's own phrases. */
final class Wording {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  /** What begins like this asks something of its own, and cannot be read back. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "how", "what", "which", "when", "where", "who", "whom", "whose", "why", "is", "are", "am",
          "do", "does", "did", "can", "could", "may", "will", "would", "should", "has", "have");

  private static final Set<String> OWN = Set.of("i", "my", "me");

  private Wording() {}

  /** The first phrase that is a statement and holds just these values, with them in it. */
  static Optional<String> of(Tool tool, Draft draft) {
    return tool.phrases().stream()
        .filter(phrase -> isStatement(phrase) && places(phrase).equals(draft.values().keySet()))
        .findFirst()
        .map(
            phrase ->
                PLACEHOLDER
                    .matcher(phrase)
                    .replaceAll(
                        place ->
                            Matcher.quoteReplacement(
                                draft.value(place.group(1)).orElseThrow().said())));
  }

  private static boolean isStatement(String phrase) {
    List<String> words = List.of(phrase.split(" ", -1));
    return !QUESTIONS.contains(words.getFirst()) && words.stream().noneMatch(OWN::contains);
  }

  private static Set<String> places(String phrase) {
    Set<String> places = new HashSet<>();
    PLACEHOLDER.matcher(phrase).results().forEach(place -> places.add(place.group(1)));
    return places;
  }
}
