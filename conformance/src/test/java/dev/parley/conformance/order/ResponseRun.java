package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One response, from created to done. */
final class ResponseRun {

  private final JsonNode begun;
  private final List<ItemRun> items = new ArrayList<>();
  private boolean done;

  ResponseRun(JsonNode response, Complaints complaints) {
    begun = response;
    complaints.unless(
        Rule.text(response, "status").equals("in_progress"), "a response begins in_progress");
    complaints.unless(response.path("output").isEmpty(), "a response begins without output");
    complaints.unless(!response.path("usage").isObject(), "a response begins without usage");
  }

  boolean isDone() {
    return done;
  }

  boolean isInBand() {
    return begun.path("conversation_id").isTextual();
  }

  Optional<ItemRun> item(String id) {
    return items.stream().filter(item -> item.id().equals(id)).findFirst();
  }

  void streams(String type, JsonNode event, Complaints complaints) {
    if (done) {
      complaints.add("nothing of a response may come behind response.done");
      return;
    }
    int index = event.path("output_index").asInt(-1);
    if (type.equals("response.output_item.added")) {
      complaints.unless(index == items.size(), "output_index must be %d", items.size());
      items.add(new ItemRun(event.path("item"), complaints));
      return;
    }
    boolean whole = type.equals("response.output_item.done");
    String id = whole ? Rule.text(event.path("item"), "id") : Rule.text(event, "item_id");
    if (index < 0 || index >= items.size() || !items.get(index).id().equals(id)) {
      complaints.add("no item %s was added at output_index %d".formatted(id, index));
      return;
    }
    ItemRun item = items.get(index);
    complaints.unless(
        item.isInConversation() || !isInBand(), "conversation.item.added must come first");
    if (type.startsWith("response.output_audio") || type.startsWith("response.output_text")) {
      String mode = type.startsWith("response.output_audio") ? "audio" : "text";
      complaints.unless(
          begun.at("/output_modalities/0").asText(mode).equals(mode),
          "the response is to be %s",
          begun.at("/output_modalities/0").asText());
    }
    if (whole) {
      item.close(event.path("item"), complaints);
    } else {
      item.streams(type, event, complaints);
    }
  }

  void close(JsonNode response, Complaints complaints) {
    complaints.unless(!done, "the response was done before");
    done = true;
    for (String field : new String[] {"conversation_id", "output_modalities", "metadata"}) {
      complaints.unless(response.path(field).equals(begun.path(field)), "%s has changed", field);
    }
    status(response, complaints);
    JsonNode output = response.path("output");
    complaints.unless(
        output.size() == items.size(), "output has %d items of %d", output.size(), items.size());
    boolean whole = Rule.text(response, "status").equals("completed");
    for (int i = 0; i < items.size(); i++) {
      ItemRun item = items.get(i);
      complaints.unless(item.isDone(), "item %s is still open", item.id());
      complaints.unless(
          item.isDoneInConversation() || !isInBand(),
          "conversation.item.done of %s is missing",
          item.id());
      if (i < output.size()) {
        item.matches(output.get(i), complaints);
        complaints.unless(
            !whole || Rule.text(output.get(i), "status").equals("completed"),
            "a completed response has completed items only");
      }
    }
  }

  private static void status(JsonNode response, Complaints complaints) {
    String status = Rule.text(response, "status");
    JsonNode details = response.path("status_details");
    complaints.unless(
        List.of("completed", "cancelled", "incomplete", "failed").contains(status),
        "a response that is done is not %s",
        status);
    complaints.unless(
        status.equals("completed") || Rule.text(details, "type").equals(status),
        "status_details must tell why it is %s",
        status);
    complaints.unless(
        !List.of("completed", "cancelled", "incomplete").contains(status)
            || response.path("usage").isObject(),
        "a response that is done tells its usage");
  }
}
