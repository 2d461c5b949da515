package dev.parley.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Frames as the tests write and read them. Single quotes stand for double ones. */
public final class Frames {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Frames() {}

  public static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  public static Checked<ClientEvent> read(String quoted) {
    return readText(json(quoted));
  }

  public static Checked<ClientEvent> readText(String text) {
    byte[] frame = text.getBytes(StandardCharsets.UTF_8);
    return RealtimeReader.read(frame, 0, frame.length);
  }

  public static ClientEvent good(String quoted) {
    return switch (read(quoted)) {
      case Checked.Good<ClientEvent>(ClientEvent event) -> event;
      case Checked.Bad<ClientEvent>(WireError error) -> throw new AssertionError(error.message());
    };
  }

  public static WireError bad(String quoted) {
    return switch (read(quoted)) {
      case Checked.Good<ClientEvent>(ClientEvent event) -> throw new AssertionError(event);
      case Checked.Bad<ClientEvent>(WireError error) -> error;
    };
  }

  /** An event of the server as its client sees it. */
  public static JsonNode written(ServerEvent event) {
    return tree(RealtimeWriter.write(event, "event_1"));
  }

  public static JsonNode tree(byte[] frame) {
    try {
      return MAPPER.readTree(frame);
    } catch (IOException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }

  public static JsonNode tree(String quoted) {
    try {
      return MAPPER.readTree(json(quoted));
    } catch (JsonProcessingException wrong) {
      throw new UncheckedIOException(wrong);
    }
  }
}
