package dev.parley.sockets;

import java.time.Duration;

/** One sentence for each setting that cannot be. */
final class Check {

  private static final Duration LONGEST = Duration.ofHours(24);

  private Check() {}

  static void range(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", got " + value);
    }
  }

  static void duration(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be 1 ms to 24 h, got " + value);
    }
  }
}
