package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What requests of a tool carry in their head, such as a key. Values may name variables of the
 * environment, as in {@code "Bearer ${SHOP_TOKEN}"}: so no key needs to stand in the file. Where
 * something is wrong, the sentence tells names and never a value.
 *
 * @param byName names as they were written, and what they hold
 */
record Headers(Map<String, String> byName) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
  private static final int LONGEST = 8 * 1024;

  /** Those that belong to the connection, or to a body that is JSON. */
  private static final Set<String> OURS =
      Set.of(
              "Connection",
              "Content-Length",
              "Content-Type",
              "Expect",
              "Host",
              "Transfer-Encoding",
              "Upgrade")
          .stream()
          .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));

  Headers {
    byName = Map.copyOf(byName);
  }

  static Headers none() {
    return new Headers(Map.of());
  }

  /**
   * @param where what sentences begin with
   * @param variables those of the environment
   * @throws IllegalArgumentException in one sentence
   */
  static Headers read(String where, JsonNode node, Map<String, String> variables) {
    if (node.isMissingNode()) {
      return none();
    }
    String place = where + ": headers";
    Members members = Members.of(place, node);
    Map<String, String> read = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                    place + " has a name that no header can have: write letters, digits and -");
              }
              if (OURS.contains(name)) {
                throw new IllegalArgumentException(
                    "%s: %s is set by Parley: remove it".formatted(place, name));
              }
              if (!names.add(name)) {
                throw new IllegalArgumentException(
                    "%s has %s twice: remove one".formatted(place, name));
              }
              String text = members.text(name).orElseThrow();
              read.put(name, value(place + ": " + name, text, variables));
            });
    return new Headers(read);
  }

  private static String value(String place, String text, Map<String, String> variables) {
    if (VARIABLE.matcher(text).replaceAll("").contains("${")) {
      throw new IllegalArgumentException(
          place + " has a variable that does not end: write ${NAME}, such as ${SHOP_TOKEN}");
    }
    UnaryOperator<String> variable =
        name -> {
          String found = variables.getOrDefault(name, "");
          if (found.isBlank()) {
            throw new IllegalArgumentException(
                "%s needs the environment variable %s: set it, or remove the header"
                    .formatted(place, name));
          }
          return found;
        };
    String value =
        VARIABLE
            .matcher(text)
            .replaceAll(match -> Matcher.quoteReplacement(variable.apply(match.group(1))))
            .strip();
    if (value.length() > LONGEST || !value.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new IllegalArgumentException(
          place + " must be one line of ASCII, of 8 kB at the most, variables included");
    }
    return value;
  }

  /** Values are secrets. */
  @Override
  public String toString() {
    return "Headers[" + byName.size() + "]";
  }
}
