package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A connection begins with {@code session.created}, an update is answered once, what cannot change
 * does not, the VAD's switches are always told, and nothing comes behind the session's expiry.
 */
final class SessionRule implements Rule {

  private JsonNode session = MissingNode.getInstance();
  private int updates;
  private boolean expired;

  @Override
  public void client(JsonNode event) {
    if (Rule.type(event).equals("session.update")) {
      updates++;
    }
  }

  @Override
  public void server(JsonNode event, Complaints complaints) {
    String type = Rule.type(event);
    complaints.unless(!expired, "nothing may come behind session_expired");
    complaints.unless(
        !session.isMissingNode() || type.equals("session.created"),
        "the first event must be session.created");
    switch (type) {
      case "session.created" -> {
        complaints.unless(session.isMissingNode(), "a session is created once");
        told(event.path("session"), complaints);
      }
      case "session.updated" -> {
        complaints.unless(updates-- > 0, "no session.update is waiting for an answer");
        told(event.path("session"), complaints);
      }
      case "error" -> expired = event.at("/error/code").asText().equals("session_expired");
      default -> {}
    }
  }

  private void told(JsonNode now, Complaints complaints) {
    for (String field : new String[] {"id", "model", "expires_at"}) {
      complaints.unless(
          session.isMissingNode()
              || !session.has(field)
              || !now.path("type").equals(session.path("type"))
              || session.path(field).equals(now.path(field)),
          "the session's %s must not change",
          field);
    }
    JsonNode vad = now.at("/audio/input/turn_detection");
    if (now.path("type").asText().equals("realtime") && vad.isObject()) {
      for (String field : new String[] {"create_response", "interrupt_response"}) {
        complaints.unless(
            vad.path(field).isBoolean(), "turn_detection must tell %s, set or not", field);
      }
    }
    session = now;
  }
}
