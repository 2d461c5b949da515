package dev.parley.conformance.server;

import java.time.Duration;

/** Something that a recital does. All but {@link Stall} is one part (output item) of the reply. */
public sealed interface Piece {

  /** Says this, for so long. */
  record Say(String words, Duration length) implements Piece {}

  /** Writes this. */
  record Write(String words) implements Piece {}

  /**
   * Calls a tool.
   *
   * @param arguments a whole JSON text
   */
  record Call(String callId, String tool, String arguments) implements Piece {}

  /** Says this, and then goes on to sound as long as it is let. */
  record SayOn(String words) implements Piece {}

  /**
   * Says this, for so long, and then nothing more: neither sound nor end, until it is cancelled.
   */
  record Stall(String words, Duration length) implements Piece {}

  /** Gives up in the middle of the reply. */
  record Fail() implements Piece {}
}
