package dev.parley.engine.playout;

/**
 * When what was handed over will have been played, by an ear that plays in real time. Pure: the
 * time is passed in, in nanoseconds.
 *
 * <p>Audio that follows without a break is counted in samples from one anchor, so neither late
 * timers nor rounding ever make it drift.
 */
final class PlayClock {

  private static final double NANOS = 1e9;

  private long anchor = Long.MIN_VALUE / 2;
  private long samplesSince;
  private int rate = 1;

  /** The instant at which all that was handed over has been played. */
  long playedUpAt() {
    return anchor + Math.round(NANOS * samplesSince / rate);
  }

  /** Audio begins after a break: if the ear has run dry, its clock starts anew. */
  void begin(long now) {
    if (now > playedUpAt()) {
      restart(now);
    }
  }

  /** More audio was handed over, right behind the last. */
  void handedOver(int samples, int atRate) {
    if (atRate != rate) {
      restart(playedUpAt());
      rate = atRate;
    }
    samplesSince += samples;
  }

  /** The ear threw away what it had not played. */
  void cleared(long now) {
    if (now < playedUpAt()) {
      restart(now);
    }
  }

  /** How much of what was handed over is still to be played, in samples. */
  long unplayed(long now) {
    return Math.max(0, Math.round((playedUpAt() - now) / NANOS * rate));
  }

  private void restart(long at) {
    anchor = at;
    samplesSince = 0;
  }
}
