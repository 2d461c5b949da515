package dev.parley.speech.agent;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How values and names are put into words. */
final class Words {

  private static final int MOST_FIELDS = 8;
  private static final int MOST_ELEMENTS = 5;

  private Words() {}

  /** On one line, and no longer than so many letters. */
  static String tidy(String text, int longest) {
    int most = 4 * longest; // of a huge text, the beginning
    String start = text.length() > most ? text.substring(0, most) : text;
    String line = start.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.length() <= longest) {
      return line;
    }
    String tail = " and so on";
    int room = longest - tail.length();
    int end = line.lastIndexOf(' ', room);
    if (end < room / 2) {
      end = Character.isLowSurrogate(line.charAt(room)) ? room - 1 : room;
    }
    return line.substring(0, end) + tail;
  }

  /** With a capital letter first and a full stop last, unless it ends a sentence anyway. */
  static String sentence(String text) {
    if (text.isEmpty()) {
      return text;
    }
    boolean ends = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    return capital(text) + (ends ? "" : ".");
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A field's name: "arrivesAt" and "arrives_at" are "arrives at". */
  static String name(String field) {
    return field
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .replaceAll("[_\\-.\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /**
   * A value as {@link Json} reads it. Of many fields or elements only the first are told.
   *
   * @return empty if there is nothing to tell
   */
  static String value(Object json) {
    return switch (json) {
      case Map<?, ?> fields -> fields(fields);
      case List<?> elements -> elements(elements);
      case Boolean is -> is ? "yes" : "no";
      case BigDecimal number -> number(number);
      default -> json.toString();
    };
  }

  private static String number(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return Math.abs(shortest.scale()) > 30 ? shortest.toString() : shortest.toPlainString();
  }

  private static String fields(Map<?, ?> fields) {
    List<String> told = new ArrayList<>();
    fields.entrySet().stream()
        .limit(MOST_FIELDS)
        .forEach(
            field -> {
              String value = value(field.getValue());
              if (!value.isEmpty()) {
                told.add(name(field.getKey().toString()) + ": " + value);
              }
            });
    return String.join(", ", told);
  }

  private static String elements(List<?> elements) {
    List<String> told =
        elements.stream()
            .limit(MOST_ELEMENTS)
            .map(Words::value)
            .filter(value -> !value.isEmpty())
            .toList();
    if (elements.size() > MOST_ELEMENTS) {
      return String.join(", ", told) + " and " + (elements.size() - MOST_ELEMENTS) + " more";
    }
    return told.size() < 2
        ? String.join("", told)
        : String.join(", ", told.subList(0, told.size() - 1)) + " and " + told.getLast();
  }
}
