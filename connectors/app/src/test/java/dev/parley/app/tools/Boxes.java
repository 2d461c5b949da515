package dev.parley.app.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.tool.ToolBox;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Calls tools as a session does. */
final class Boxes {

  private Boxes() {}

  static VirtualWorld<Void> world() {
    return VirtualWorld.create(Behaviors.empty(), "tools");
  }

  static CompletionStage<JsonNode> call(ToolBox box, String tool, String arguments) {
    return box.handler(tool).orElseThrow().call(arguments).thenApply(Boxes::json);
  }

  /** The answer of a tool that answers at once. */
  static JsonNode now(ToolBox box, String tool, String arguments) {
    return call(box, tool, arguments).toCompletableFuture().getNow(Answers.error("not yet"));
  }

  private static JsonNode json(String output) {
    try {
      return Answers.read(output);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("no JSON", e);
    }
  }
}
