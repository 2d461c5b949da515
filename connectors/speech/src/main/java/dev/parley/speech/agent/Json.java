package dev.parley.speech.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.schema.check.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What tools answer, as values of the JDK: {@code Map} in the order of the text, {@code List},
 * {@code String}, {@code BigDecimal}, {@code Boolean}. Nulls are left out; a lone null is an empty
 * map.
 */
final class Json {

  private static final int LONGEST = 256 * 1024;

  private Json() {}

  /** Empty if it is not JSON, or more than anybody would listen to. */
  static Optional<Object> read(String text) {
    try {
      return Optional.of(plain(JsonText.read(text, LONGEST)));
    } catch (IllegalArgumentException notJson) {
      return Optional.empty();
    }
  }

  /**
   * What is found on a dotted path: {@code to.city}, {@code items.0.name}; or a field whose name
   * has the dots in it.
   */
  static Optional<Object> at(Object json, String path) {
    Optional<Object> whole = step(json, path);
    int dot = path.indexOf('.');
    return whole.isPresent() || dot < 0
        ? whole
        : step(json, path.substring(0, dot)).flatMap(next -> at(next, path.substring(dot + 1)));
  }

  private static Optional<Object> step(Object json, String name) {
    if (json instanceof List<?> elements && name.matches("\\d{1,4}")) {
      int index = Integer.parseInt(name);
      return index < elements.size() ? Optional.of(elements.get(index)) : Optional.empty();
    }
    return json instanceof Map<?, ?> fields
        ? Optional.ofNullable(fields.get(name))
        : Optional.empty();
  }

  private static Object plain(JsonNode node) {
    if (node.isObject()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      node.properties().stream()
          .filter(field -> !field.getValue().isNull())
          .forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
      return fields;
    }
    if (node.isArray()) {
      List<Object> elements = new ArrayList<>();
      node.forEach(
          element -> {
            if (!element.isNull()) {
              elements.add(plain(element));
            }
          });
      return elements;
    }
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() ? Map.of() : node.textValue();
  }
}
