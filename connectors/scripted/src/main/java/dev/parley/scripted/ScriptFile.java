package dev.parley.scripted;

import dev.parley.engine.script.Act;
import dev.parley.engine.script.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as a text file, one reply a line:
 *
 * <pre>
 * # a comment; empty lines do not count either
 * say Hello, this is the library.
 * after 300ms say What can I do for you?
 * call order_status {"code": "A1"}
 * after 1.5s call close_account
 * </pre>
 *
 * <p>{@code after} is the thinking time, 0 where it is left out. A tool without arguments is called
 * with {@code {}}. The arguments are passed on as they are, in braces.
 */
final class ScriptFile {

  private static final Pattern LINE =
      Pattern.compile("(?:after\\s+(\\S+)\\s+)?(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);
  private static final Pattern CALL = Pattern.compile("([A-Za-z0-9_-]{1,64})(?:\\s+(\\{.*\\}))?");

  private ScriptFile() {}

  /**
   * Reads a script.
   *
   * @param from its name, for errors
   * @throws IllegalArgumentException in one sentence with the number of the line and what may stand
   *     there
   */
  static List<Line> parse(String from, List<String> text) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      String line = text.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        lines.add(parse(from + ", line " + (i + 1) + ": ", line));
      }
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          from + " says nothing: write at least one line such as \"say Hello.\"");
    }
    return List.copyOf(lines);
  }

  private static Line parse(String where, String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(where + "a line reads \"[after 300ms] say TEXT\"");
    }
    Duration think = think(where, matcher.group(1));
    String rest = matcher.group(3) == null ? "" : matcher.group(3).strip();
    return switch (matcher.group(2)) {
      case "say" -> Line.of(think, say(where, rest));
      case "call" -> Line.of(think, call(where, rest));
      default ->
          throw new IllegalArgumentException(
              "%s\"%s\" is unknown: write say TEXT or call TOOL {ARGUMENTS}, after a delay if need be"
                  .formatted(where, matcher.group(2)));
    };
  }

  private static Duration think(String where, String value) {
    if (value == null) {
      return Duration.ZERO;
    }
    return Spec.duration(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s\"after\" takes a duration such as 300ms or 1.5s, got \"%s\""
                        .formatted(where, value)));
  }

  private static Act say(String where, String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(where + "\"say\" needs the text to say");
    }
    return new Act.Tell(text);
  }

  private static Act call(String where, String rest) {
    Matcher matcher = CALL.matcher(rest);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          where
              + "\"call\" takes a tool's name (letters, digits, _ and -) and then a JSON object in"
              + " braces, or nothing");
    }
    return new Act.Call(matcher.group(1), matcher.group(2) == null ? "{}" : matcher.group(2));
  }
}
