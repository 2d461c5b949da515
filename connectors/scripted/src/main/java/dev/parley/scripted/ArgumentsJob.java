package dev.parley.scripted;

import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.time.Offload;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.ToolSchema;
import java.util.function.Consumer;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/**
 * The search for arguments that a tool takes, on another thread: its schema comes from strangers
 * and may be hard.
 */
final class ArgumentsJob {

  private static final String NONE = "{}";

  private ArgumentsJob() {}

  /**
   * Begins to search.
   *
   * @param found takes the arguments, on the stage's thread
   * @param none runs if there are none, on the stage's thread
   */
  static void start(
      ClassicActorSystemProvider system,
      StageCalls calls,
      ToolSpec tool,
      Consumer<String> found,
      Runnable none) {
    Offload.of(system)
        .submit(() -> example(tool.parameters()))
        .whenComplete(
            (json, fault) -> {
              if (json == null || fault != null) {
                calls.run(none);
              } else {
                calls.run(() -> found.accept(json));
              }
            });
  }

  /** The smallest object that a schema takes. */
  private static String example(String parameters) {
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
