package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of an object in a file of the user's, with one sentence for each that is wrong.
 *
 * @param where what sentences begin with
 */
record Members(String where, JsonNode node) {

  /**
   * @throws IllegalArgumentException if it is no object
   */
  static Members of(String where, JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(where + " must be a JSON object in braces");
    }
    return new Members(where, node);
  }

  /** Finds misspelt names before somebody wonders why they change nothing. */
  void only(String... names) {
    List<String> known = List.of(names);
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new IllegalArgumentException(
                    "%s has an unknown member \"%s\": it may have %s"
                        .formatted(where, name, String.join(", ", known)));
              }
            });
  }

  boolean has(String name) {
    return node.has(name);
  }

  /** Empty if it is not there. */
  Optional<String> text(String name) {
    if (!node.has(name)) {
      return Optional.empty();
    }
    if (!node.path(name).isTextual()) {
      throw new IllegalArgumentException("%s: %s must be a text".formatted(where, name));
    }
    return Optional.of(node.path(name).asText());
  }

  /** Empty if it is not there. */
  List<String> texts(String name) {
    JsonNode list = node.path(name);
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.isTextual() ? each.asText() : ""));
    boolean isList = list.isMissingNode() || list.isArray();
    if (!isList || texts.stream().anyMatch(text -> text.isEmpty() || text.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException(
          "%s: %s must be a list of texts that are not empty".formatted(where, name));
    }
    return texts;
  }

  /** Its values are the user's. */
  @Override
  public String toString() {
    return "Members[" + where + "]";
  }
}
