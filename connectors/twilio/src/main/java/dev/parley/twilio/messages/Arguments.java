package dev.parley.twilio.messages;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a model calls a tool with, as far as the tools of a telephone need it. Stateless. */
public final class Arguments {

  private Arguments() {}

  /**
   * A field of a JSON object.
   *
   * @return nothing if the text is no JSON object, or has no such text in it
   */
  public static Optional<String> text(String json, String field) {
    try {
      Fields fields = Json.read(json.getBytes(StandardCharsets.UTF_8));
      return fields.values().get(field) instanceof String text
          ? Optional.of(text)
          : Optional.empty();
    } catch (BadMessage e) {
      return Optional.empty();
    }
  }
}
