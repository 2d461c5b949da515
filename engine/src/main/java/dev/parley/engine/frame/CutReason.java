package dev.parley.engine.frame;

/** Who wanted a reply to be cut. */
public enum CutReason {
  /** The caller began to speak. */
  BARGE_IN,
  /** The client or the application cancelled it. */
  CANCELLED,
  /** The system has something to say that cannot wait. */
  SAY
}
