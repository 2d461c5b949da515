package dev.parley.engine.frame;

/** What flows from the caller towards the model. */
public sealed interface Inbound extends Frame permits Captured, Gap, Signal {}
