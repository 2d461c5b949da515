package dev.parley.engine.conversation;

/** How much computing a model spends before it answers. */
public enum Effort {
  MINIMAL,
  LOW,
  MEDIUM,
  HIGH,
  XHIGH
}
