package dev.parley.recorder.replay;

import java.time.Duration;

/**
 * When something is due that once came so long after something else. Threads of a live session take
 * their time, and virtual ones do not: what is asked for a little earlier than it was then comes
 * when it came then. What is asked for at quite another time comes as long after it as it did.
 */
final class Punctuality {

  /** Longer than any thread that is not broken takes to hand over a message. */
  static final Duration PATIENCE = Duration.ofMillis(250);

  private Punctuality() {}

  /**
   * All in nanoseconds of the call.
   *
   * @param askedThen when it was asked for
   * @param cameThen when it came
   * @param askedNow when it is asked for this time
   * @return when it is due
   */
  static long due(long askedThen, long cameThen, long askedNow) {
    long early = askedThen - askedNow;
    return early >= 0 && early <= PATIENCE.toNanos()
        ? Math.max(cameThen, askedNow)
        : askedNow + Math.max(0, cameThen - askedThen);
  }
}
