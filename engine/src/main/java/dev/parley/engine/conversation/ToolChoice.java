package dev.parley.engine.conversation;

/** Whether a model may, must, or must not call tools. */
public sealed interface ToolChoice {
  /** As it sees fit. */
  record Auto() implements ToolChoice {}

  record None() implements ToolChoice {}

  /** At least one. */
  record Required() implements ToolChoice {}

  /** This one. */
  record Named(String tool) implements ToolChoice {}
}
