package dev.parley.server.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A wall clock and a monotonic one that are moved by hand, together. */
final class HandClock implements InstantSource {

  static final Instant START = Instant.parse("2026-11-22T10:00:00.750Z");

  private Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  long nanos() {
    return Duration.between(START, now).toNanos();
  }

  void pass(Duration span) {
    now = now.plus(span);
  }

  void set(Instant instant) {
    now = instant;
  }
}
