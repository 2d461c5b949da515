package dev.parley.engine.session;

import dev.parley.engine.tool.ToolBox;
import java.time.Duration;
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
