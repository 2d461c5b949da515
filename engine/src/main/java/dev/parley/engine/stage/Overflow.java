package dev.parley.engine.stage;

/** What an edge does when it is full. */
public enum Overflow {
  /** Reads no more: for far ends that can wait. */
  WAIT,
  /**
   * Throws its oldest audio away and leaves a gap in its place: for sources that cannot be held.
   */
  DROP_OLDEST,
  /** Fails the call: for audio that must be neither late nor lost. */
  FAIL
}
