package dev.parley.engine.session;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Runs a session's tools. Whatever goes wrong is an answer for the model, never the session's end.
 */
final class Tools {

  /** How long a tool may take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What the model is told of a tool that takes longer. */
  static final String TIMED_OUT = error("the tool did not answer in time");

  private final ToolBox box;

  Tools(ToolBox box) {
    this.box = box;
  }

  /** Whether a tool is carried out here, and not by the client. */
  boolean has(String name) {
    return box.handler(name).isPresent();
  }

  /** A brief with the session's own tools before those of its client. */
  Brief added(Brief brief) {
    if (box.specs().isEmpty()) {
      return brief;
    }
    List<ToolSpec> all = new ArrayList<>(box.specs());
    brief.tools().stream().filter(tool -> !has(tool.name())).forEach(all::add);
    return brief.withTools(all);
  }

  CompletionStage<String> run(String name, String arguments) {
    return box.handler(name)
        .map(
            handler -> {
              try {
                return handler.call(arguments).exceptionally(Tools::failed);
              } catch (RuntimeException e) {
                return CompletableFuture.completedStage(failed(e));
              }
            })
        .orElseGet(() -> CompletableFuture.completedStage(error("there is no such tool")));
  }

  private static String failed(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return error("the tool failed: " + cause.getClass().getSimpleName());
  }

  private static String error(String why) {
    return "{\"error\":\"" + why + "\"}";
  }
}
