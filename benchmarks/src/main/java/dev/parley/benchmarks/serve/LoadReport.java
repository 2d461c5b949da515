package dev.parley.benchmarks.serve;

/**
 * What a run of the driver shows of the driver itself.
 *
 * @param sent frames of audio in the measured span
 * @param seconds how long it really was
 * @param late how late the sends of that span were, against the schedule
 * @param hungUp sessions that ended before they should
 * @param metered by how much the meter went up in that span
 */
record LoadReport(long sent, double seconds, Spread late, int hungUp, double metered) {

  /** Thousandths of a core for each session, if the meter counts seconds of CPU time. */
  double milliCores(int sessions) {
    return 1_000 * metered / seconds / sessions;
  }
}
