package dev.parley.engine.frame;

/**
 * A frame that belongs to one reply and shares its fate: once the reply's {@link Epoch} is cut, no
 * such frame leaves the playout any more.
 */
public sealed interface OfReply extends Frame permits Spoken, ReplySignal {

  /** The reply this frame was born in. It is never re-stamped. */
  Epoch epoch();
}
