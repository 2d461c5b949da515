package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * An error names the client's event that caused it, by the id that the client gave; each event gets
 * one error at most. Only where the client leaves ids out, or nobody's event is to blame, is it
 * null.
 */
final class ErrorRule implements Rule {

  private final Set<String> open = new HashSet<>();
  private boolean anonymous;

  @Override
  public void client(JsonNode event) {
    String id = Rule.text(event, "event_id");
    if (id.isEmpty()) {
      anonymous = true;
    } else {
      open.add(id);
    }
  }

  @Override
  public void server(JsonNode event, Complaints complaints) {
    if (!Rule.type(event).equals("error")) {
      return;
    }
    JsonNode error = event.path("error");
    String id = Rule.text(error, "event_id");
    if (error.path("event_id").isTextual()) {
      complaints.unless(open.remove(id), "error.event_id %s is no event that waits for it", id);
    } else {
      boolean own =
          Rule.text(error, "code").equals("session_expired")
              || Rule.text(error, "type").equals("server_error");
      complaints.unless(
          anonymous || own, "error.event_id must echo the client's: all its events have one");
    }
  }
}
