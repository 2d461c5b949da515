package dev.parley.schema;

import dev.parley.schema.check.CompiledSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Checks documents against a schema of one's own, such as a protocol's. Unlike a {@link ToolSchema}
 * it may be long.
 *
 * <p>Immutable, safe for any thread; make it once.
 */
public final class JsonCheck {

  private static final int LONGEST = 4 * 1024 * 1024;
  private static final int LONGEST_DOCUMENT = 32 * 1024 * 1024;

  private final CompiledSchema schema;

  private JsonCheck(CompiledSchema schema) {
    this.schema = schema;
  }

  /**
   * @param schema the schema's text
   * @throws IllegalArgumentException in one sentence, if it is not a schema
   */
  public static JsonCheck of(String schema) {
    return new JsonCheck(CompiledSchema.of(schema, LONGEST));
  }

  /**
   * A schema that lies next to a class.
   *
   * @throws IllegalArgumentException if there is none, or it is not a schema
   */
  public static JsonCheck resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "there is no resource \"%s\" beside %s".formatted(name, beside.getName()));
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What is wrong with a document: at most ten short sentences that name the place and never the
   * value.
   *
   * @return empty if it is valid
   */
  public List<String> problems(String json) {
    return schema.problems(json, LONGEST_DOCUMENT);
  }
}
