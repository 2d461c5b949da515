package dev.parley.engine.time;

import dev.parley.engine.frame.Position;
import java.time.Duration;

/**
 * The time of one call. It is 0 at the instant at which the caller's first sample was taken, so
 * that a place in the caller's audio and the call's time are the same thing; until that is known,
 * when the call was made.
 *
 * <p>Safe for any thread.
 */
public final class CallClock {

  private final MediaClock clock;
  private volatile long origin;

  /**
   * @param origin the clock's nanoseconds at the beginning of the call
   */
  public CallClock(MediaClock clock, long origin) {
    this.clock = clock;
    this.origin = origin;
  }

  /** A call that begins now. */
  public static CallClock startingNow(MediaClock clock) {
    return new CallClock(clock, clock.nanos());
  }

  /** The caller's stream has come this far by now. Told once, by what sees its first frame. */
  public void align(Position reached) {
    origin = clock.nanos() - reached.toDuration().toNanos();
  }

  public long nanos() {
    return clock.nanos() - origin;
  }

  public Duration now() {
    return Duration.ofNanos(nanos());
  }

  /** How far a stream that runs since the call's beginning has come by now. */
  public Position position(int rate) {
    return Position.ofNanos(Math.max(0, nanos()), rate);
  }
}
