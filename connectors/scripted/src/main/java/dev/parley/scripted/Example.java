package dev.parley.scripted;

import dev.parley.schema.ToolSchema;

/** Arguments that a tool takes, whatever they mean. */
final class Example {

  private static final String NONE = "{}";

  private Example() {}

  /**
   * The smallest object that a schema takes. The schema comes from strangers and may be hard: not
   * for a stage's own thread.
   */
  static String of(String parameters) {
    ToolSchema schema = ToolSchema.parse(parameters);
    if (schema.validate(NONE).isEmpty()) {
      return NONE; // also where the schema says nothing, and a mere word would do
    }
    String smallest = schema.example();
    if (!smallest.startsWith("{")) {
      throw new IllegalArgumentException("a tool's arguments are an object");
    }
    return smallest;
  }
}
