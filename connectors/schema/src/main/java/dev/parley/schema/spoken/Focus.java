package dev.parley.schema.spoken;

/** What is expected of the caller's next words. */
public sealed interface Focus {

  /** Any request. */
  record Anything() implements Focus {}

  /** The value of an argument that was asked for; or anything else. */
  record Argument(Draft draft, String name) implements Focus {}

  /** Yes, no, or a correction of what was read back; or anything else. */
  record Confirmation(Draft draft) implements Focus {}
}
