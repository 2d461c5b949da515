package dev.parley.schema.spoken;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Puts drafts together. */
final class Drafts {

  private Drafts() {}

  /** The known values, with fresh ones in their stead, in the order of the schema. */
  static Draft with(Tool tool, Map<String, Draft.Value> known, Map<String, Draft.Value> fresh) {
    Map<String, Draft.Value> values = new LinkedHashMap<>();
    for (Argument argument : tool.arguments()) {
      Draft.Value value = fresh.getOrDefault(argument.name(), known.get(argument.name()));
      if (value != null) {
        values.put(argument.name(), value);
      }
    }
    return new Draft(tool.name(), values);
  }

  /** The arguments as a JSON text. */
  static String json(Draft draft) {
    StringBuilder json = new StringBuilder("{");
    draft
        .values()
        .forEach(
            (name, value) ->
                json.append(json.length() == 1 ? "" : ",")
                    .append(com.fasterxml.jackson.databind.node.TextNode.valueOf(name))
                    .append(':')
                    .append(value.json()));
    return json.append('}').toString();
  }

  /** A word as it is compared: lower case, without the marks of writing around it. */
  static String plain(String word) {
    String plain = word.toLowerCase(Locale.ROOT);
    if (plain.length() > 1) {
      plain = plain.replaceAll("^[\"'(]+|[\"'),.;:!?]+$", "");
    }
    return plain;
  }
}
