package dev.parley.schema.spoken;

/** What the caller meant. */
public sealed interface Reading {

  /**
   * A tool is wanted: a new request, more arguments of the one in the making, or a correction.
   *
   * @param draft with all that is known by now
   * @param confidence how sure it is that this tool is meant, 0 to 1
   */
  record Request(Draft draft, double confidence) implements Reading {}

  record Yes(double confidence) implements Reading {}

  record No(double confidence) implements Reading {}

  /** What can you do? */
  record Help() implements Reading {}

  /** Say that again. */
  record Repeat() implements Reading {}

  /** Stop, never mind. */
  record Cancel() implements Reading {}

  /** Nothing that makes sense. */
  record Nothing() implements Reading {}
}
