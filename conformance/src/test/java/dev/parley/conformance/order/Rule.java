package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that the contract says of a connection's frames. It sees all of them, of both sides, in
 * the order in which they went over the wire. One owner.
 */
interface Rule {

  /** Takes note of what the client asks. */
  default void client(JsonNode event) {}

  /** Judges a frame of the server. */
  void server(JsonNode event, Complaints complaints);

  /** The type of an event, or nothing if it has none. */
  static String type(JsonNode event) {
    return event.path("type").asText();
  }

  /** The event's text of that name, or nothing if it has none. */
  static String text(JsonNode event, String field) {
    return event.path(field).asText("");
  }
}
