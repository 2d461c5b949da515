package dev.parley.engine.script;

/** Keeps the book of one reply's tool calls. */
interface Calls {

  /** The identity of a call that begins. */
  String begin();

  /**
   * A call was made: its result may come.
   *
   * @param part which of its reply it is
   */
  void made(String callId, String tool, int part);
}
