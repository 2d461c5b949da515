package dev.parley.engine.frame;

/** What flows from the model towards the caller. */
public sealed interface Outbound extends Frame permits Spoken, ReplySignal, Cue, Signal {}
