package dev.parley.app.tools;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long something takes, for the ear. */
final class Spans {

  private Spans() {}

  /** For instance "1 hour and 30 minutes"; parts of a second are left out. */
  static String inWords(Duration span) {
    List<String> parts = new ArrayList<>();
    add(parts, span.toHours(), "hour");
    add(parts, span.toMinutesPart(), "minute");
    add(parts, span.toSecondsPart(), "second");
    return parts.isEmpty() ? "0 seconds" : String.join(" and ", parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) {
      parts.add(count + " " + unit + (count == 1 ? "" : "s"));
    }
  }
}
