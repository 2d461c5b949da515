package dev.parley.app.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolHandler;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.schema.ToolSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A tool that is done at once, in this program. Arguments that its schema forbids never reach it.
 * Immutable, safe for any thread.
 */
final class LocalTool {

  private final ToolSpec spec;
  private final ToolSchema schema;

  /**
   * @param parameters a JSON Schema
   */
  LocalTool(String name, String description, String parameters) {
    spec = new ToolSpec(name, description, parameters);
    schema = ToolSchema.parse(parameters);
  }

  /** A box with this tool as well. */
  ToolBox into(ToolBox box, Function<JsonNode, ? extends JsonNode> work) {
    return box.with(spec, handler(work));
  }

  private ToolHandler handler(Function<JsonNode, ? extends JsonNode> work) {
    return arguments -> done(answer(arguments, work));
  }

  private JsonNode answer(String arguments, Function<JsonNode, ? extends JsonNode> work) {
    List<String> problems = schema.validate(arguments);
    if (!problems.isEmpty()) {
      return Answers.error("the arguments are not right: " + problems.getFirst());
    }
    try {
      return work.apply(Answers.read(arguments));
    } catch (JsonProcessingException e) {
      return Answers.error("the arguments are not right: they are no JSON");
    }
  }

  private static CompletionStage<String> done(JsonNode answer) {
    return CompletableFuture.completedStage(answer.toString());
  }
}
