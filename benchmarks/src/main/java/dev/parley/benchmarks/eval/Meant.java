package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.Understanding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The values that a caller meant, whatever the tool that takes them: {@code 2684418}, {@code
 * PITTSBURGH}, {@code YES}.
 *
 * @param values sorted, letters and digits only, in upper case
 */
record Meant(List<String> values) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ACTIONS = Set.of("enter", "erase", "rubout");
  private static final Map<String, String> DIGITS = new TreeMap<>();

  static {
    List<String> names =
        List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");
    names.forEach(name -> DIGITS.put(name, String.valueOf(names.indexOf(name))));
    DIGITS.put("oh", "0");
  }

  Meant {
    List<String> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    values = List.copyOf(sorted);
  }

  /**
   * What a reference text means. What is spelled is put together here, without the engine; dates,
   * amounts and commands are read as if somebody had typed them.
   *
   * @return empty if it is nothing that the tools take
   */
  static Optional<Meant> by(String text, Understanding tools) {
    List<String> words = WordErrors.words(text);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> spelled = spelled(words);
    if (spelled.isPresent()) {
      return Optional.of(new Meant(List.of(spelled.get())));
    }
    if (ACTIONS.contains(words.getFirst()) && words.size() > 1) {
      Optional<String> code = spelled(words.subList(1, words.size()));
      if (code.isPresent()) {
        return Optional.of(new Meant(List.of(plain(words.getFirst()), code.get())));
      }
    }
    Reading typed = tools.read(List.of(Heard.typed(String.join(" ", words))), new Focus.Anything());
    boolean whole =
        !(typed instanceof Reading.Request request) || tools.missing(request.draft()).isEmpty();
    return whole ? by(typed, tools) : Optional.empty();
  }

  /** Characters that are said one by one; empty if it is anything else. */
  static Optional<String> spelled(List<String> words) {
    StringBuilder characters = new StringBuilder();
    for (String word : words) {
      String character = word.length() == 1 ? plain(word) : DIGITS.getOrDefault(word, "");
      if (character.isEmpty()) {
        return Optional.empty();
      }
      characters.append(character);
    }
    return Optional.of(characters.toString());
  }

  /** What was understood; empty if that was nothing. */
  static Optional<Meant> by(Reading reading, Understanding tools) {
    return switch (reading) {
      case Reading.Request request -> Optional.of(of(tools.arguments(request.draft())));
      case Reading.Yes yes -> Optional.of(new Meant(List.of("YES")));
      case Reading.No no -> Optional.of(new Meant(List.of("NO")));
      case Reading.Help help -> Optional.of(new Meant(List.of("HELP")));
      case Reading.Repeat repeat -> Optional.of(new Meant(List.of("REPEAT")));
      case Reading.Cancel cancel -> Optional.of(new Meant(List.of("CANCEL")));
      case Reading.Nothing nothing -> Optional.empty();
    };
  }

  private static Meant of(String arguments) {
    try {
      List<String> values = new ArrayList<>();
      for (JsonNode value : JSON.readTree(arguments)) {
        values.add(
            plain(
                value.isNumber()
                    ? value.decimalValue().stripTrailingZeros().toPlainString()
                    : value.asText()));
      }
      return new Meant(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("arguments are JSON always", e);
    }
  }

  private static String plain(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]|(?<!\\d)\\.|\\.(?!\\d)", "");
  }

  /** Keeps what was said out of logs. */
  @Override
  public String toString() {
    return "Meant[%d values]".formatted(values.size());
  }
}
