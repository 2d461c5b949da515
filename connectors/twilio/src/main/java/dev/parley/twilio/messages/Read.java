package dev.parley.twilio.messages;

/**
 * What came of reading a message.
 *
 * @param <M> what it should be
 */
public sealed interface Read<M> {

  /** It is one. */
  record Good<M>(M message) implements Read<M> {}

  /**
   * It is well-formed, but of a kind that is not known here: to be ignored, since Twilio may add
   * kinds.
   *
   * @param event its kind, fit for a log
   */
  record Unknown<M>(String event) implements Read<M> {}

  /**
   * It is none.
   *
   * @param why one sentence, which repeats nothing of the message
   */
  record Bad<M>(String why) implements Read<M> {}
}
