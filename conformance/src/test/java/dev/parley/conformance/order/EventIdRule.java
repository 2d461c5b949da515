package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** Every event has a type, and an id of its own. */
final class EventIdRule implements Rule {

  private final Set<String> seen = new HashSet<>();

  @Override
  public void server(JsonNode event, Complaints complaints) {
    complaints.unless(event.path("type").isTextual(), "every event needs a type");
    String id = Rule.text(event, "event_id");
    complaints.unless(!id.isEmpty(), "every event needs an event_id");
    complaints.unless(id.isEmpty() || seen.add(id), "event_id %s was used before", id);
  }
}
