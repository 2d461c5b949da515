package dev.parley.engine.time;

import dev.parley.engine.frame.Position;
import java.time.Duration;

/**
 * The time of one call: 0 when it was made, and never going back.
 *
 * <p>The caller's audio begins a little later, when the first sample was taken. {@link #audio} and
 * {@link #position} tell times on that audio's own line, on which recordings and reports lie.
 *
 * <p>Safe for any thread.
 */
public final class CallClock {

  private final MediaClock clock;
  private final long origin;
  private volatile long audioBegan = Long.MAX_VALUE / 2;

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

  /**
   * The caller's audio has come this far by now. Told of its first frames, by what sees them first:
   * nothing is heard before it is said, so the frame that came soonest tells when the audio began.
   */
  public void align(Position reached) {
    audioBegan = Math.min(audioBegan, nanos() - reached.toDuration().toNanos());
  }

  public long nanos() {
    return clock.nanos() - origin;
  }

  public Duration now() {
    return Duration.ofNanos(nanos());
  }

  /** A time of the call as a time of the caller's audio; negative before that began. */
  public Duration audio(Duration at) {
    return at.minusNanos(began());
  }

  /** Until any audio has come, the call's own beginning. */
  private long began() {
    return audioBegan == Long.MAX_VALUE / 2 ? 0 : audioBegan;
  }

  /** How far the caller's audio has come by now. */
  public Position position(int rate) {
    return Position.ofNanos(Math.max(0, nanos() - began()), rate);
  }
}
