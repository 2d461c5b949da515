package dev.parley.schema.example;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Texts of the formats that JSON Schema names (2020-12 validation, section 7.3). */
final class Formats {

  private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

  private Formats() {}

  /**
   * Proposals for a format; none if it is not known, and then any text will do.
   *
   * @param index the first, the second...: another index makes another text
   * @param length fills up to so many characters where the format lets it
   */
  static List<String> of(String format, int index, int length) {
    return switch (format) {
      case "date" -> List.of(FIRST_DAY.plusDays(index).toString());
      case "time" -> List.of(time(index) + "Z");
      case "date-time" -> List.of(FIRST_DAY.plusDays(index) + "T00:00:00Z");
      case "duration" -> List.of("P" + index + "D");
      case "uuid" -> List.of("00000000-0000-4000-8000-%012x".formatted(index));
      case "ipv4" -> List.of("127.0.%d.%d".formatted(index / 256 % 256, index % 256));
      case "ipv6" -> List.of("::%x".formatted(index % 0x10000));
      case "email", "idn-email" -> {
        String domain = "@example.com";
        yield List.of(filled("a", index, Math.min(64, length - domain.length())) + domain);
      }
      case "hostname", "idn-hostname" -> List.of(filled("a", index, Math.min(63, length)));
      case "uri", "iri" -> List.of("a:" + filled("a", index, length - 2));
      case "uri-reference", "iri-reference", "uri-template" ->
          List.of(filled("", index, length), filled("a", index, length));
      case "json-pointer" ->
          List.of(index + length == 0 ? "" : "/" + filled("", index, length - 1));
      case "relative-json-pointer" -> List.of(String.valueOf(index));
      case "regex" -> List.of(filled("", index, length));
      default -> List.of();
    };
  }

  private static String time(int index) {
    LocalTime time = LocalTime.MIDNIGHT.plusSeconds(index);
    return "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
  }

  /**
   * A text of letters and digits: the start, then the index if it is not 0, then as many as lack.
   */
  static String filled(String start, int index, int length) {
    String text = index == 0 ? start : start + Integer.toString(index, Character.MAX_RADIX);
    return text + "a".repeat(Math.max(0, length - text.length()));
  }
}
