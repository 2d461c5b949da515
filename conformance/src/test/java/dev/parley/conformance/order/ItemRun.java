package dev.parley.conformance.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** One output item of a response, while it is streamed. */
final class ItemRun {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode begun;
  private final List<PartRun> parts = new ArrayList<>();
  private final StringBuilder arguments = new StringBuilder();
  private boolean argumentsDone;
  private boolean inConversation;
  private boolean doneInConversation;
  private boolean done;
  private boolean truncated;

  ItemRun(JsonNode item, Complaints complaints) {
    begun = item;
    complaints.unless(
        Rule.text(item, "status").equals("in_progress"), "an item begins in_progress");
    complaints.unless(
        !isCall() || Rule.text(item, "arguments").isEmpty(), "a call begins without arguments");
    complaints.unless(
        isCall() || item.path("content").isEmpty(), "a message begins without content");
  }

  String id() {
    return Rule.text(begun, "id");
  }

  boolean isDone() {
    return done;
  }

  boolean isInConversation() {
    return inConversation;
  }

  boolean isDoneInConversation() {
    return doneInConversation;
  }

  private boolean isCall() {
    return Rule.text(begun, "type").equals("function_call");
  }

  void addedToConversation() {
    inConversation = true;
  }

  /** The client has cut it, and its words with it. */
  void truncated() {
    truncated = true;
  }

  void doneInConversation(JsonNode item, Complaints complaints) {
    doneInConversation = true;
    matches(item, complaints);
  }

  void streams(String type, JsonNode event, Complaints complaints) {
    complaints.unless(!done, "nothing of an item may come behind its done");
    if (type.startsWith("response.function_call_arguments")) {
      arguments(type, event, complaints);
      return;
    }
    complaints.unless(!isCall(), "a call has no content parts");
    int index = event.path("content_index").asInt(-1);
    if (type.equals("response.content_part.added")) {
      complaints.unless(index == parts.size(), "content_index must be %d", parts.size());
      parts.add(new PartRun(Rule.text(event.path("part"), "type")));
    } else if (index < 0 || index >= parts.size()) {
      complaints.add("no part %d was added".formatted(index));
    } else if (type.equals("response.content_part.done")) {
      parts.get(index).close(event.path("part"), complaints);
    } else if (type.endsWith(".delta")) {
      parts.get(index).delta(type, event, complaints);
    } else {
      parts.get(index).done(type, event, complaints);
    }
  }

  private void arguments(String type, JsonNode event, Complaints complaints) {
    complaints.unless(isCall(), "only a call has arguments");
    complaints.unless(!argumentsDone, "arguments may not come behind their done");
    complaints.unless(
        event.path("call_id").equals(begun.path("call_id")), "the call's id has changed");
    if (type.endsWith(".delta")) {
      arguments.append(Rule.text(event, "delta"));
      return;
    }
    argumentsDone = true;
    complaints.unless(
        event.path("name").equals(begun.path("name")), "the name of the tool has changed");
    complaints.unless(
        Rule.text(event, "arguments").contentEquals(arguments),
        "arguments are not what the deltas make");
  }

  void close(JsonNode item, Complaints complaints) {
    complaints.unless(!done, "the item was done before");
    complaints.unless(
        parts.stream().allMatch(PartRun::isDone), "a part of item %s is still open", id());
    complaints.unless(!isCall() || argumentsDone, "the call's arguments are not done");
    complaints.unless(
        !Rule.text(item, "status").equals("in_progress"),
        "an item that is done is not in_progress");
    matches(item, complaints);
    done = true;
  }

  /** Complains where an item is not what was streamed of it. */
  void matches(JsonNode item, Complaints complaints) {
    for (String field : new String[] {"id", "type", "role", "name", "call_id", "phase"}) {
      complaints.unless(
          item.path(field).equals(begun.path(field)), "%s of %s has changed", field, id());
    }
    if (isCall()) {
      complaints.unless(
          Rule.text(item, "arguments").contentEquals(arguments), "the call's arguments differ");
      complaints.unless(
          !Rule.text(item, "status").equals("completed") || isObject(arguments.toString()),
          "the arguments of a call are a JSON object");
      return;
    }
    JsonNode content = item.path("content");
    complaints.unless(content.size() == parts.size(), "the item has %d parts", parts.size());
    for (int i = 0; i < Math.min(content.size(), parts.size()); i++) {
      PartRun part = parts.get(i);
      complaints.unless(
          Rule.text(content.get(i), "type").equals(part.contentType())
              && isSaid(Rule.text(content.get(i), part.field()), part.words()),
          "part %d of %s is not what was streamed",
          i,
          id());
    }
  }

  private boolean isSaid(String text, String streamed) {
    return text.equals(streamed) || (truncated && text.isEmpty());
  }

  private static boolean isObject(String text) {
    try {
      return JSON.readTree(text).isObject();
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
