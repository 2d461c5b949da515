package dev.parley.wire.session;

import dev.parley.wire.json.RawJson;

/**
 * A function of the client that the model may call.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param description what it does, for the model; may be empty
 * @param parameters a JSON Schema of its arguments, as the client wrote it
 */
public record Tool(String name, String description, RawJson parameters) {

  @Override
  public String toString() {
    return "Tool[" + name + "]";
  }
}
