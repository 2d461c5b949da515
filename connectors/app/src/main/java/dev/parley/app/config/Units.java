package dev.parley.app.config;

import java.time.Duration;

/** Times and sizes as people write them. */
final class Units {

  private static final long KIB = 1L << 10;
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private Units() {}

  /** In the largest unit that leaves no rest. */
  static String duration(Duration span) {
    if (span.isZero()) {
      return "0s";
    }
    if (span.toMillisPart() > 0) {
      return span.toMillis() + "ms";
    }
    if (span.toSecondsPart() > 0) {
      return span.toSeconds() + "s";
    }
    return span.toMinutesPart() > 0 || span.toHours() < 2
        ? span.toMinutes() + "m"
        : span.toHours() + "h";
  }

  /** In the largest unit that leaves no rest. */
  static String bytes(long count) {
    if (count >= GIB && count % GIB == 0) {
      return count / GIB + "GiB";
    }
    if (count >= MIB && count % MIB == 0) {
      return count / MIB + "MiB";
    }
    return count >= KIB && count % KIB == 0 ? count / KIB + "KiB" : Long.toString(count);
  }
}
