package dev.parley.engine.time;

import dev.parley.engine.frame.Position;
import java.time.Duration;

/**
 * The time of one call, from 0 when it began.
 *
 * @param clock what it is read from
 * @param origin the clock's nanoseconds at the beginning of the call
 */
public record CallClock(MediaClock clock, long origin) {

  /** A call that begins now. */
  public static CallClock startingNow(MediaClock clock) {
    return new CallClock(clock, clock.nanos());
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
