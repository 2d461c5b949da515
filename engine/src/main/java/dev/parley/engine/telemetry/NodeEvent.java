package dev.parley.engine.telemetry;

import java.time.Duration;

/** What happens on a node outside of its calls. */
public sealed interface NodeEvent {

  /** Somebody has connected. */
  record Connected() implements NodeEvent {}

  /**
   * A connection is gone.
   *
   * @param code the WebSocket's close code; 1006 if there was no farewell
   */
  record Disconnected(int code) implements NodeEvent {}

  /**
   * Somebody was not let in.
   *
   * @param status the HTTP status that they were told
   * @param reason one of few words, lower case, as a label
   */
  record TurnedAway(int status, String reason) implements NodeEvent {}

  /** A thread that serves many calls did not get on for so long. */
  record Blocked(String thread, Duration span) implements NodeEvent {}
}
