package dev.parley.speech.agent;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is obeyed of the instructions: the lines that begin with "say" (see {@link Agent}), and the
 * style. Immutable. Of a huge text, the beginning.
 */
final class Instructions {

  private static final int LONGEST = 256 * 1024;
  private static final int LONGEST_TEMPLATE = 2_000;
  private static final int MOST_TEMPLATES = 512;

  private static final Pattern LINE =
      Pattern.compile(
          "[-*\\s]*say\\s+(when asked what you can do|at the start"
              + "|when\\s+[\\w-]{1,64}(?:\\s+fails)?|before\\s+[\\w-]{1,64})\\s*:(.*)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STYLE =
      Pattern.compile("\\b(calm|casual|serious)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}\\s]{1,100})\\}");

  private final Map<String, String> templates = new HashMap<>();
  private final Optional<String> style;

  Instructions(String text) {
    StringBuilder prose = new StringBuilder();
    text.substring(0, Math.min(LONGEST, text.length()))
        .lines()
        .forEach(
            line -> {
              Matcher matcher = LINE.matcher(line);
              if (!matcher.matches()) {
                prose.append(line).append('\n');
              } else if (templates.size() < MOST_TEMPLATES) {
                String told = Words.tidy(matcher.group(2), LONGEST_TEMPLATE);
                templates.putIfAbsent(key(matcher.group(1)), told);
              }
            });
    Matcher named = STYLE.matcher(prose);
    style = named.find() ? Optional.of(named.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  Optional<String> style() {
    return style;
  }

  Optional<String> start() {
    return template("at the start");
  }

  Optional<String> abilities() {
    return template("when asked what you can do");
  }

  Optional<String> before(String tool) {
    return template("before " + tool);
  }

  Optional<String> succeeded(String tool) {
    return template("when " + tool);
  }

  Optional<String> failed(String tool) {
    return template("when " + tool + " fails");
  }

  /**
   * A template with its placeholders replaced.
   *
   * @param values what is known by a name; empty if it is not
   * @return empty if one is not known
   */
  static Optional<String> fill(String template, Function<String, Optional<String>> values) {
    StringBuilder text = new StringBuilder();
    Matcher matcher = PLACEHOLDER.matcher(template);
    while (matcher.find()) {
      Optional<String> value = values.apply(matcher.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value.get()));
    }
    matcher.appendTail(text);
    return Optional.of(text.toString());
  }

  /** Nothing to say is no template: a reply needs words. */
  private Optional<String> template(String when) {
    return Optional.ofNullable(templates.get(key(when))).filter(text -> !text.isBlank());
  }

  private static String key(String when) {
    return when.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
