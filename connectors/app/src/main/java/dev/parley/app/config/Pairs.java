package dev.parley.app.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names with a text each: a section in a file, {@code NAME=TEXT, NAME=TEXT} in a variable. */
final class Pairs {

  private Pairs() {}

  /** In the order in which they were written. Empty if something is neither. */
  static Optional<Map<String, String>> read(Given given) {
    return given.value() instanceof ConfigObject section
        ? ofSection(section, given.source())
        : given.text().flatMap(Pairs::ofText);
  }

  static String write(Map<String, String> pairs) {
    return pairs.isEmpty()
        ? "{}"
        : pairs.entrySet().stream()
            .map(
                pair ->
                    ConfigUtil.joinPath(pair.getKey())
                        + " = "
                        + ConfigUtil.quoteString(pair.getValue()))
            .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static Optional<Map<String, String>> ofSection(ConfigObject section, Source source) {
    List<Map.Entry<String, ConfigValue>> members =
        section.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                        (Map.Entry<String, ConfigValue> each) ->
                            each.getValue().origin().lineNumber())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Map.Entry<String, ConfigValue> member : members) {
      Optional<String> text = new Given(member.getValue(), source).text();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      pairs.put(member.getKey(), text.get());
    }
    return Optional.of(pairs);
  }

  private static Optional<Map<String, String>> ofText(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String each :
        Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList()) {
      int sign = each.indexOf('=');
      if (sign < 1) {
        return Optional.empty();
      }
      pairs.put(each.substring(0, sign).strip(), each.substring(sign + 1).strip());
    }
    return Optional.of(pairs);
  }
}
