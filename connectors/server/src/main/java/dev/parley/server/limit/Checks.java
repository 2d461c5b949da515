package dev.parley.server.limit;

import java.time.Duration;

/** The checks that the limits share: each names the setting and says what it may be. */
final class Checks {

  private Checks() {}

  static void positive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, got " + value);
    }
  }

  static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing, got " + value);
    }
  }
}
