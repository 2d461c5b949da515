package dev.parley.conformance.frames;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One text frame of a connection.
 *
 * @param json what it says; a missing node if it is not JSON
 */
public record WireFrame(Side from, JsonNode json) {

  /** The tests send more than Jackson takes by itself. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(64 << 20).build())
              .build());

  /** Who sent it. */
  public enum Side {
    CLIENT,
    SERVER
  }

  /** Reads a frame's text. */
  public static WireFrame of(Side from, String text) {
    try {
      return new WireFrame(from, JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return new WireFrame(from, MissingNode.getInstance());
    }
  }

  /** The event's type, or nothing. */
  public String type() {
    return json.path("type").asText();
  }

  public boolean isFrom(Side side) {
    return from == side;
  }
}
