package dev.parley.engine.frame;

/**
 * What travels through a call.
 *
 * <p>The family is closed, and its shape is the engine's interruption policy:
 *
 * <pre>
 * Frame
 * ├── Inbound    caller -> model:  Captured, Gap, Signal
 * ├── Outbound   model -> caller:  Spoken, ReplySignal, Signal; Cue from the playout on
 * └── OfReply    what dies with its epoch when a reply is cut: Spoken, ReplySignal
 * </pre>
 *
 * A stage that wants to know whether a frame survives an interruption asks for its type, never for
 * a flag. Frames are immutable and safe to hand to any thread.
 */
public sealed interface Frame permits Inbound, Outbound, OfReply {}
