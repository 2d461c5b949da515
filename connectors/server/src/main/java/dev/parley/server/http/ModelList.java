package dev.parley.server.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code GET /v1/models}, in OpenAI's shape. */
final class ModelList {

  private ModelList() {}

  /**
   * The list.
   *
   * @param since when the models came to be, in seconds since 1970: with the server
   */
  static String json(List<String> names, long since) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ArrayNode data = json.arrayNode();
    for (String name : names) {
      data.add(
          json.objectNode()
              .put("id", name)
              .put("object", "model")
              .put("created", since)
              .put("owned_by", "parley"));
    }
    ObjectNode list = json.objectNode().put("object", "list");
    list.set("data", data);
    return list.toString();
  }
}
