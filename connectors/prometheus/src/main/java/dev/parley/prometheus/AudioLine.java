package dev.parley.prometheus;

import dev.parley.engine.frame.Position;

/**
 * Tells when, in a call's time, a place of the caller's audio was spoken.
 *
 * <p>Audio is counted in samples, from when it began; events carry the time since the call began.
 * Between the two lies an offset that nobody tells us, and that does not last: clients pause their
 * microphones and send nothing, and their clocks drift. So it is found anew in each speech. Each
 * fact says when it came and how much audio had been heard by then; nothing is heard before it is
 * said, so the least difference of the two is the nearest to the truth (as {@code CallClock.align}
 * does it, for a whole call).
 *
 * <p>What this does not see: a delay that all facts of one speech share. That is the lag of a
 * caller's side that is late all along; it shows as queue depth.
 *
 * <p>One owner.
 */
final class AudioLine {

  private long began = Long.MAX_VALUE;

  /** A speech begins: what was known of the one before holds no longer. */
  void startAnew() {
    began = Long.MAX_VALUE;
  }

  /** At this time so much had been heard. */
  void align(long at, Position heard) {
    began = Math.min(began, at - Nanos.of(heard));
  }

  /** When this place was spoken. To be asked after {@link #align} only. */
  long time(Position place) {
    return began + Nanos.of(place);
  }
}
