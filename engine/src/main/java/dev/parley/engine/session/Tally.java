package dev.parley.engine.session;

import java.util.Optional;

/** Counts what the report tells of a session. One owner. */
final class Tally {
  private long turns;
  private long replies;
  private long interruptions;

  void turn() {
    turns++;
  }

  void reply() {
    replies++;
  }

  void interruption() {
    interruptions++;
  }

  SessionReport report(Session.Birth birth, Optional<Throwable> failure) {
    return new SessionReport(
        birth.callId(),
        birth.clock().now(),
        turns,
        replies,
        interruptions,
        birth.drops().snapshot(),
        failure);
  }
}
