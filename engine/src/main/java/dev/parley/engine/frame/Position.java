package dev.parley.engine.frame;

import java.time.Duration;

/**
 * A place in a stream of audio, counted in samples.
 *
 * <p>Samples are the engine's only measure of audio time: they do not drift, and "how much was
 * heard" is exact. Milliseconds are derived for people.
 *
 * @param sample samples before this place, from 0
 * @param rate samples a second
 */
public record Position(long sample, int rate) implements Comparable<Position> {

  private static final long NANOS = 1_000_000_000L;

  public Position {
    if (sample < 0) {
      throw new IllegalArgumentException("a position must not be negative, got " + sample);
    }
    if (rate <= 0) {
      throw new IllegalArgumentException("rate must be positive, got " + rate);
    }
  }

  /** The beginning of a stream. */
  public static Position start(int rate) {
    return new Position(0, rate);
  }

  /** The place that many nanoseconds into a stream, rounded to the nearest sample. */
  public static Position ofNanos(long nanos, int rate) {
    long seconds = nanos / NANOS; // apart, so that days at 48 kHz do not overflow
    return new Position(seconds * rate + (nanos % NANOS * rate + NANOS / 2) / NANOS, rate);
  }

  public Position plus(long samples) {
    return new Position(sample + samples, rate);
  }

  /** The place that many samples earlier, but never before the beginning. */
  public Position minus(long samples) {
    return new Position(Math.max(0, sample - samples), rate);
  }

  /** Samples from {@code earlier} to here. Both must have the same rate. */
  public long since(Position earlier) {
    requireSameRate(earlier);
    return sample - earlier.sample;
  }

  /** The same instant at another rate, rounded to the nearest sample. */
  public Position at(int otherRate) {
    return otherRate == rate
        ? this
        : new Position(Math.floorDiv(sample * otherRate + rate / 2, rate), otherRate);
  }

  public double millis() {
    return 1000.0 * sample / rate;
  }

  public Duration toDuration() {
    return Duration.ofSeconds(
        sample / rate, Math.round(1e9 * Math.floorMod(sample, (long) rate) / rate));
  }

  /** How many samples a span lasts at a rate, rounded to the nearest. */
  public static long samples(Duration span, int rate) {
    return ofNanos(span.toNanos(), rate).sample;
  }

  /** Orders places of one stream. Both must have the same rate. */
  @Override
  public int compareTo(Position other) {
    requireSameRate(other);
    return Long.compare(sample, other.sample);
  }

  private void requireSameRate(Position other) {
    if (other.rate != rate) {
      throw new IllegalArgumentException(
          "positions at " + rate + " Hz and " + other.rate + " Hz cannot be compared: use at()");
    }
  }
}
