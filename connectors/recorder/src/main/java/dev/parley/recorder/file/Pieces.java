package dev.parley.recorder.file;

import dev.parley.recorder.format.Fields;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives texts that came in pieces their words back, where a redaction saw them as a whole only:
 * each piece gets its share of what was kept. One owner.
 */
final class Pieces {

  private final Map<String, Long> totals = new HashMap<>();
  private final Map<String, String> wholes = new HashMap<>();
  private final Map<String, Long> given = new HashMap<>();

  /** A line of {@code events.jsonl} passes, in whatever order. */
  void see(Fields line) {
    switch (line.text("type")) {
      case "text_delta", "tool_call_delta" -> {
        if (line.has("chars")) {
          totals.merge(part(line), length(line), Long::sum);
        }
      }
      case "text" -> wholes.put(part(line), line.text("text"));
      case "tool_call" -> wholes.put(part(line), line.text("arguments"));
      default -> {}
    }
  }

  /**
   * The line with its words. To be asked in order, when all lines have been seen.
   *
   * @param listener whose pieces these are: each listener gets the whole text
   */
  Fields filled(Fields line, String listener) {
    if (!line.has("chars") || line.has("text")) {
      return line;
    }
    if (!line.has("epoch")) {
      return line.put("text", "");
    }
    String part = part(line);
    String whole = wholes.getOrDefault(part, "");
    long total = Math.max(1, totals.getOrDefault(part, 0L));
    long from = given.merge(listener + part, 0L, Long::sum);
    long to = Math.min(total, from + length(line));
    given.put(listener + part, to);
    return line.put("text", whole.substring(share(whole, from, total), share(whole, to, total)));
  }

  private static int share(String whole, long place, long total) {
    return Math.clamp(place * whole.length() / total, 0, whole.length());
  }

  private static long length(Fields line) {
    long chars = line.number("chars");
    if (chars < 0 || chars > 1_000_000) {
      throw new IllegalArgumentException("a piece of a text cannot have " + chars + " letters");
    }
    return chars;
  }

  private static String part(Fields line) {
    return line.text("epoch") + "/" + line.number("part");
  }
}
