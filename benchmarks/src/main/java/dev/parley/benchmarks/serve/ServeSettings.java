package dev.parley.benchmarks.serve;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What {@link ServeBenchmark} measures, and for how long.
 *
 * @param parts which figures
 * @param sessions how many at a time
 * @param warmUp before the first figure of a server
 * @param span of one figure
 * @param rounds how often each server's turn comes
 */
record ServeSettings(Set<Part> parts, int sessions, Duration warmUp, Duration span, int rounds) {

  /** One kind of figure. */
  enum Part {
    CONTROL,
    CPU,
    VAD,
    HEAP,
    REPLY,
    BARGE
  }

  ServeSettings {
    parts = Set.copyOf(parts);
    if (sessions < 1 || rounds < 1 || span.toMillis() < 100 || warmUp.isNegative()) {
      throw new IllegalArgumentException(
          "sessions and rounds must be 1 or more, and the span 100 ms or longer");
    }
  }

  static ServeSettings defaults() {
    return new ServeSettings(
        EnumSet.allOf(Part.class), 100, Duration.ofSeconds(20), Duration.ofSeconds(15), 3);
  }

  /**
   * Reads {@code --sessions 100 --warm-up 20 --seconds 15 --rounds 3 --only cpu,heap}; each may be
   * left out.
   *
   * @throws IllegalArgumentException in one sentence that says what is wrong
   */
  static ServeSettings parse(List<String> arguments) {
    ServeSettings found = defaults();
    for (int i = 0; i < arguments.size(); i += 2) {
      if (i + 1 == arguments.size()) {
        throw new IllegalArgumentException(arguments.get(i) + " needs a value behind it");
      }
      found = found.with(arguments.get(i), arguments.get(i + 1));
    }
    return found;
  }

  private ServeSettings with(String name, String value) {
    return switch (name) {
      case "--sessions" -> new ServeSettings(parts, number(name, value), warmUp, span, rounds);
      case "--warm-up" ->
          new ServeSettings(parts, sessions, Duration.ofSeconds(number(name, value)), span, rounds);
      case "--seconds" ->
          new ServeSettings(
              parts, sessions, warmUp, Duration.ofSeconds(number(name, value)), rounds);
      case "--rounds" -> new ServeSettings(parts, sessions, warmUp, span, number(name, value));
      case "--only" -> {
        Set<Part> some = EnumSet.noneOf(Part.class);
        for (String word : value.split(",", -1)) {
          some.add(part(word));
        }
        yield new ServeSettings(some, sessions, warmUp, span, rounds);
      }
      default ->
          throw new IllegalArgumentException(
              "options are --sessions, --warm-up, --seconds, --rounds and --only, got " + name);
    };
  }

  private static Part part(String word) {
    try {
      return Part.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--only takes some of control, cpu, vad, heap, reply, barge, got " + word, e);
    }
  }

  private static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " takes a whole number, got " + value, e);
    }
  }
}
