package dev.parley.schema;

import dev.parley.schema.check.CompiledSchema;
import dev.parley.schema.check.JsonText;
import dev.parley.schema.example.Search;
import java.util.List;

/**
 * What a tool takes: the JSON Schema of its arguments, as OpenAI's function tools bring it in
 * {@code parameters}. JSON Schema 2020-12, or an older edition that {@code $schema} names, down to
 * draft 6.
 *
 * <p>It comes from strangers. It never leaves its own text: no reference is ever fetched. What it
 * costs is bounded, whatever it or a document holds. Immutable, safe for any thread; parse it once.
 */
public final class ToolSchema {

  /** How long a schema may be, in characters. */
  public static final int LONGEST = 64 * 1024;

  /** How long the arguments of a call may be, in characters. */
  public static final int LONGEST_ARGUMENTS = 1024 * 1024;

  private final CompiledSchema schema;

  private ToolSchema(CompiledSchema schema) {
    this.schema = schema;
  }

  /**
   * Reads a schema.
   *
   * @throws IllegalArgumentException in one sentence, if it is not a schema: no JSON, no object, a
   *     keyword with a wrong value, a reference that leads out of it or nowhere, a recursion
   *     without an end, too long or too deep a text
   */
  public static ToolSchema parse(String json) {
    return new ToolSchema(CompiledSchema.of(json, LONGEST));
  }

  /**
   * What is wrong with a call's arguments: at most ten short sentences that name the place and
   * never the value.
   *
   * @return empty if they are valid
   */
  public List<String> validate(String json) {
    return schema.problems(json, LONGEST_ARGUMENTS);
  }

  /**
   * The smallest JSON text that {@link #validate} accepts, or a small one where the smallest is
   * hard to find: required properties only, as few items and characters as will do, the first of an
   * enum, a default if there is one. The same schema always has the same example.
   *
   * @throws NoExample if none was found
   */
  public String example() {
    return Search.smallest(schema)
        .map(JsonText::write)
        .filter(json -> validate(json).isEmpty())
        .orElseThrow(NoExample::new);
  }

  /** Tells nothing of the schema: it is the client's. */
  @Override
  public String toString() {
    return "ToolSchema";
  }
}
