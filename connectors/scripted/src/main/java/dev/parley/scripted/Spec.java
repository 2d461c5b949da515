package dev.parley.scripted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model and its options as they are written on a command line: {@code name:key=value,key=value}.
 *
 * <p>Every fault is an {@link IllegalArgumentException} of one sentence, which names the option and
 * what it may be.
 */
final class Spec {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)(ms|s)");

  private final String name;
  private final Map<String, String> values;

  private Spec(String name, Map<String, String> values) {
    this.name = name;
    this.values = values;
  }

  /**
   * Reads a spec.
   *
   * @param name the name that it must begin with
   * @param options the keys that are known
   */
  static Spec parse(String text, String name, List<String> options) {
    String[] parts = text.strip().split(":", 2);
    if (!parts[0].equals(name)) {
      throw new IllegalArgumentException(
          "\"%s\" is not a spec of %s: it begins with \"%s:\"".formatted(text, name, name));
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : pairs(parts)) {
      String[] sides = pair.split("=", 2);
      String key = sides[0].strip();
      if (!options.contains(key)) {
        throw new IllegalArgumentException(
            "%s has no option \"%s\": valid are %s"
                .formatted(name, key, String.join(", ", options)));
      }
      if (sides.length < 2 || sides[1].isBlank()) {
        throw new IllegalArgumentException(
            "option \"%s\" of %s needs a value: %s=VALUE".formatted(key, name, key));
      }
      if (values.put(key, sides[1].strip()) != null) {
        throw new IllegalArgumentException(
            "option \"%s\" of %s is given twice: give it once".formatted(key, name));
      }
    }
    return new Spec(name, values);
  }

  private static List<String> pairs(String[] parts) {
    List<String> pairs = new ArrayList<>();
    if (parts.length == 2 && !parts[1].isBlank()) {
      pairs.addAll(List.of(parts[1].split(",", -1)));
    }
    return pairs;
  }

  /** A duration: {@code 150ms}, {@code 4s}, {@code 1.5s}. */
  Duration duration(String key, Duration otherwise) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    return duration(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "option \"%s\" of %s is a duration such as 150ms, 4s or 1.5s, got \"%s\""
                        .formatted(key, name, value)));
  }

  /** A whole number. */
  int number(String key, int otherwise, int least, int most) {
    String value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("\\d{1,9}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw new IllegalArgumentException(
          "option \"%s\" of %s is a whole number from %d to %d, got \"%s\""
              .formatted(key, name, least, most, value));
    }
    return Integer.parseInt(value);
  }

  Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Reads a duration, if it is one. */
  static Optional<Duration> duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double unit = matcher.group(2).equals("s") ? 1e9 : 1e6;
    return Optional.of(Duration.ofNanos(Math.round(Double.parseDouble(matcher.group(1)) * unit)));
  }
}
