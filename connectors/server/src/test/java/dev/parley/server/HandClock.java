package dev.parley.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock that is moved by hand. Safe for any thread. */
final class HandClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration span) {
    now = now.plus(span);
  }
}
