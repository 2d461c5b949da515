package dev.parley.schema.example;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.schema.check.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Schemas that one value must fulfil all at once, seen as one. */
record Conjunction(List<Place> members) {

  /** In the order in which they are tried where a schema leaves it open. */
  private static final List<String> TYPES =
      List.of("string", "integer", "number", "object", "array", "boolean", "null");

  /** What a keyword holds in each of the schemas that have it. */
  List<Place> all(String keyword) {
    return members.stream()
        .filter(member -> member.node().has(keyword))
        .map(member -> member.at(keyword))
        .toList();
  }

  /** The greatest of a keyword's numbers, or nothing. */
  @Nullable BigDecimal greatest(String keyword) {
    return number(keyword, BigDecimal::max);
  }

  /** The smallest of a keyword's numbers, or nothing. */
  @Nullable BigDecimal smallest(String keyword) {
    return number(keyword, BigDecimal::min);
  }

  /** The greatest of a keyword's counts; 0 if there is none. */
  int least(String keyword) {
    BigDecimal found = greatest(keyword);
    return found == null ? 0 : found.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
  }

  /** The smallest of a keyword's counts. */
  int most(String keyword) {
    BigDecimal found = smallest(keyword);
    BigDecimal endless = BigDecimal.valueOf(Integer.MAX_VALUE);
    return found == null ? Integer.MAX_VALUE : found.min(endless).intValue();
  }

  /** The types that all of them allow, in the order of the first that names any. */
  List<String> types() {
    Collection<String> allowed = null;
    for (Place types : all("type")) {
      Set<String> named = new LinkedHashSet<>();
      if (types.node().isTextual()) {
        named.add(types.node().asText());
      }
      types.node().forEach(one -> named.add(one.asText()));
      if (named.contains("number")) {
        named.add("integer");
      }
      if (allowed == null) {
        allowed = named;
      } else {
        allowed.retainAll(named);
      }
    }
    return allowed == null ? guessed() : List.copyOf(allowed);
  }

  /** Without a type, keywords tell what the author had in mind. */
  private List<String> guessed() {
    List<String> order = new ArrayList<>(TYPES);
    if (any("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) {
      first("number", order);
      first("integer", order);
    }
    if (any("items", "prefixItems", "minItems", "contains", "uniqueItems")) {
      first("array", order);
    }
    if (any("properties", "required", "additionalProperties", "minProperties")) {
      first("object", order);
    }
    return order;
  }

  private boolean any(String... keywords) {
    return List.of(keywords).stream()
        .anyMatch(keyword -> members.stream().anyMatch(member -> member.node().has(keyword)));
  }

  private static void first(String type, List<String> order) {
    order.remove(type);
    order.addFirst(type);
  }

  private @Nullable BigDecimal number(String keyword, BinaryOperator<BigDecimal> choice) {
    return all(keyword).stream()
        .map(Place::node)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .reduce(choice)
        .orElse(null);
  }
}
