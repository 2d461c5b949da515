package dev.parley.benchmarks.serve;

import java.util.Locale;

/**
 * What a run of the driver shows of the driver itself.
 *
 * @param sent frames of audio in the measured span
 * @param seconds how long it really was
 * @param late how late the sends of that span were, against the schedule
 * @param hungUp sessions that ended before they should
 * @param used what the server used in that span
 */
record LoadReport(long sent, double seconds, Spread late, int hungUp, Usage used) {

  private static final long FRAME_MICROS = LoadDriver.PERIOD.toNanos() / 1_000;
  private static final double MOST_OTHERS = 0.2;

  /** Thousandths of a core of the server for each session. */
  double milliCores(int sessions) {
    return 1_000 * used.cpu() / seconds / sessions;
  }

  /** The part of the server's core that others used. */
  double others() {
    return Math.max(0, used.core() - used.cpu()) / seconds;
  }

  /**
   * Whether others on this machine kept the driver or the server from working in time. A server
   * that comes late finds more to read at once, and seems to cost less.
   */
  boolean isDisturbed() {
    return late.p99() > FRAME_MICROS || others() > MOST_OTHERS;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "own sends late %s; others had %.0f %% of the server's core; hung up %d%s",
        late,
        100 * others(),
        hungUp,
        isDisturbed() ? "; DISTURBED" : "");
  }
}
