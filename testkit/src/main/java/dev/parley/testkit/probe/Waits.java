package dev.parley.testkit.probe;

import java.time.Duration;

/**
 * How long probes wait. Configured once, by system properties in milliseconds.
 *
 * <p>A test that passes never waits for {@link #LONG}; one that expects nothing waits for {@link
 * #SHORT}, unless it runs in a virtual world, where it is better to let the world come to rest and
 * then look.
 */
final class Waits {

  /** For what must come: {@code parley.testkit.long}. */
  static final Duration LONG = millis("parley.testkit.long", 10_000);

  /** For what must not come: {@code parley.testkit.short}. */
  static final Duration SHORT = millis("parley.testkit.short", 100);

  private Waits() {}

  /** What a wait throws that was interrupted. */
  static AssertionError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new AssertionError("interrupted while a probe was waiting", e);
  }

  private static Duration millis(String property, long otherwise) {
    return Duration.ofMillis(Long.getLong(property, otherwise));
  }
}
