package dev.parley.server.limit;

import java.time.Duration;

/**
 * How much uncommitted audio a session holds; what would exceed either is refused.
 *
 * @param length of the audio
 * @param bytes that it takes, decoded
 */
public record InputLimits(Duration length, long bytes) {

  public InputLimits {
    Checks.positive("length", length);
    Checks.positive("bytes", bytes);
  }

  /** 15 minutes, 32 MB. */
  public static InputLimits defaults() {
    return new InputLimits(Duration.ofMinutes(15), 32L << 20);
  }

  public InputLimits withLength(Duration span) {
    return new InputLimits(span, bytes);
  }

  public InputLimits withBytes(long count) {
    return new InputLimits(length, count);
  }
}
