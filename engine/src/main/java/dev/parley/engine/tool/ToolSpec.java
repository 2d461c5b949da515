package dev.parley.engine.tool;

/**
 * A tool as a model sees it, in the form of OpenAI's function tools.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param description what it does, for the model
 * @param parameters a JSON Schema of its arguments, as text
 */
public record ToolSpec(String name, String description, String parameters) {

  public ToolSpec {
    if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
      throw new IllegalArgumentException(
          "a tool's name has 1 to 64 letters, digits, _ or -, got \"" + name + "\"");
    }
  }
}
