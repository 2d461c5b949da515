package dev.parley.engine.model;

/** What becomes of a {@link Command}. */
public enum Ack {
  /** It is being done. */
  DONE,
  /** There was nothing to do: an unknown reply, item or call, or one that had ended. */
  NOTHING,
  /** This model cannot do that; its {@link Capabilities} say so. */
  UNSUPPORTED,
  /** The model's stream has ended. */
  GONE
}
