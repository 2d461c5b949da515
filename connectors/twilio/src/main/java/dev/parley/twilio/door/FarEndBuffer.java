package dev.parley.twilio.door;

/**
 * How much audio lies at Twilio and is still to be played, as far as the clock can tell. One owner;
 * times in nanoseconds.
 */
final class FarEndBuffer {

  private static final double NANOS_PER_SAMPLE = 1e9 / Timeline.RATE;

  private long emptyAt = Long.MIN_VALUE / 2;

  /** So many samples are on their way. */
  void sent(int samples, long now) {
    emptyAt = Math.max(emptyAt, now) + Math.round(samples * NANOS_PER_SAMPLE);
  }

  /** It is thrown away. */
  void cleared(long now) {
    emptyAt = Math.min(emptyAt, now);
  }

  /** When all of it will have been played, or was. */
  long emptyAt() {
    return emptyAt;
  }
}
