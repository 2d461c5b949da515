package dev.parley.engine.playout;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.ReplySignal;

/** What the playout tells the session, as it happens. */
public sealed interface PlayoutFact {

  /** A reply's first frame came in: it may pass from now on. */
  record Opened(Epoch epoch) implements PlayoutFact {}

  /** A tool call came in. It need not wait for the audio before it. */
  record ToolCalled(ReplySignal.ToolCall call) implements PlayoutFact {}

  /** A reply's last frame came in: the model is done with it. */
  record Made(Epoch epoch, ReplySignal.Outcome outcome) implements PlayoutFact {}

  /** A reply's first sample came in: the model has made audio. */
  record AudioMade(Epoch epoch) implements PlayoutFact {}

  /** A reply's first sample left. */
  record FirstAudio(Epoch epoch) implements PlayoutFact {}

  /** More of a reply's words left, behind the audio that says them. */
  record Said(Epoch epoch, int part, String text) implements PlayoutFact {}

  /** A reply has been handed over as a whole, and played as far as the clock can tell. */
  record Drained(Epoch epoch, ReplySignal.Outcome outcome, long samples, int rate)
      implements PlayoutFact {}

  /** What was heard of a reply is now known. */
  record HeardOf(Heard heard) implements PlayoutFact {}
}
