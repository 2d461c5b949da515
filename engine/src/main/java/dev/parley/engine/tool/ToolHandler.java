package dev.parley.engine.tool;

import java.util.concurrent.CompletionStage;

/** Carries a tool out. Called once for each call id; must not block the calling thread. */
@FunctionalInterface
public interface ToolHandler {

  /**
   * Starts the tool.
   *
   * @param arguments a whole JSON text
   * @return the output for the model, later; a failure is told to the model as one
   */
  CompletionStage<String> call(String arguments);
}
