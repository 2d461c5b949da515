package dev.parley.engine.session;

import dev.parley.engine.tool.ToolBox;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Runs a session's tools. Whatever goes wrong is an answer for the model, never the session's end.
 */
final class Tools {

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
    return error("the tool failed: " + failure.getClass().getSimpleName());
  }

  private static String error(String why) {
    return "{\"error\":\"" + why + "\"}";
  }
}
