package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How items look in the conversation: heard audio always has the key {@code transcript}, audio
 * bytes come with {@code retrieved} only, parts are called after who made them, and nothing is null
 * that can be absent.
 */
final class ItemRule implements Rule {

  @Override
  public void server(JsonNode event, Complaints complaints) {
    JsonNode item = event.path("item");
    if (!item.isObject()) {
      return;
    }
    for (String field : new String[] {"id", "name", "call_id", "arguments", "role", "status"}) {
      complaints.unless(!item.path(field).isNull(), "item.%s must be absent, not null", field);
    }
    boolean user = Rule.text(item, "role").equals("user");
    boolean assistant = Rule.text(item, "role").equals("assistant");
    for (JsonNode part : item.path("content")) {
      String type = Rule.text(part, "type");
      complaints.unless(
          !type.equals("input_audio") || part.has("transcript"),
          "input_audio needs the key transcript");
      complaints.unless(
          !part.has("audio") || Rule.type(event).equals("conversation.item.retrieved"),
          "audio bytes come with conversation.item.retrieved only");
      complaints.unless(!assistant || type.startsWith("output_"), "a part of ours is no %s", type);
      complaints.unless(!user || type.startsWith("input_"), "a part of the user's is no %s", type);
    }
  }
}
