package dev.parley.recorder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where recordings are kept, and how many.
 *
 * @param folder made if it is missing, for its owner only
 * @param retention how long a recording is kept
 * @param quota bytes that all recordings may have together
 * @param mostEach bytes that one may have before it is packed
 * @param floor bytes that stay free on the disk
 * @param mostWaiting bytes of one session that may wait for the disk in memory
 * @param redaction sees every text before it is written, if there is one
 */
public record RecorderSettings(
    Path folder,
    Duration retention,
    long quota,
    long mostEach,
    long floor,
    long mostWaiting,
    Optional<Redaction> redaction) {

  private static final long GIGABYTE = 1_000_000_000L;

  public RecorderSettings {
    if (retention.isNegative() || retention.isZero()) {
      throw new IllegalArgumentException("retention must be positive, got " + retention);
    }
    requirePositive("quota", quota);
    requirePositive("mostEach", mostEach);
    requirePositive("mostWaiting", mostWaiting);
    if (floor < 0) {
      throw new IllegalArgumentException("floor must not be negative, got " + floor);
    }
  }

  /** 30 days, 20 GB in all, 4 GB each, 1 GB left free, 8 MB waiting, no redaction. */
  public static RecorderSettings in(Path folder) {
    return new RecorderSettings(
        folder,
        Duration.ofDays(30),
        20 * GIGABYTE,
        4 * GIGABYTE,
        GIGABYTE,
        8_000_000,
        Optional.empty());
  }

  public RecorderSettings withRetention(Duration span) {
    return new RecorderSettings(folder, span, quota, mostEach, floor, mostWaiting, redaction);
  }

  public RecorderSettings withQuota(long bytes) {
    return new RecorderSettings(folder, retention, bytes, mostEach, floor, mostWaiting, redaction);
  }

  public RecorderSettings withMostEach(long bytes) {
    return new RecorderSettings(folder, retention, quota, bytes, floor, mostWaiting, redaction);
  }

  public RecorderSettings withFloor(long bytes) {
    return new RecorderSettings(folder, retention, quota, mostEach, bytes, mostWaiting, redaction);
  }

  public RecorderSettings withMostWaiting(long bytes) {
    return new RecorderSettings(folder, retention, quota, mostEach, floor, bytes, redaction);
  }

  public RecorderSettings withRedaction(Redaction hook) {
    return new RecorderSettings(
        folder, retention, quota, mostEach, floor, mostWaiting, Optional.of(hook));
  }

  private static void requirePositive(String name, long value) {
    if (value <= 0) {
      throw new IllegalArgumentException(name + " must be positive, got " + value);
    }
  }
}
