package dev.parley.prometheus;

import dev.parley.engine.frame.Position;
import java.time.Duration;

/**
 * Times and places in nanoseconds. Whatever comes, nothing overflows: what is longer than any call
 * is cut to {@link #MOST}, so that sums and differences of a few such numbers fit a {@code long}.
 */
final class Nanos {

  static final long SECOND = 1_000_000_000L;

  /** 73 years. */
  static final long MOST = Long.MAX_VALUE / 4;

  private static final long MOST_SECONDS = MOST / SECOND;

  private Nanos() {}

  static long of(Duration span) {
    long seconds = span.getSeconds();
    return Math.abs(seconds / 2) >= MOST_SECONDS / 2 // halved: Long.MIN_VALUE has no opposite
        ? Long.signum(seconds) * MOST
        : seconds * SECOND + span.getNano();
  }

  static long of(Position place) {
    long seconds = place.sample() / place.rate();
    return seconds >= MOST_SECONDS
        ? MOST
        : seconds * SECOND + place.sample() % place.rate() * SECOND / place.rate();
  }

  static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
