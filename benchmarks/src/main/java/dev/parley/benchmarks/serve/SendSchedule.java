package dev.parley.benchmarks.serve;

/**
 * When which session sends: each once a period, the sessions spread evenly over it. Every time is
 * reckoned from the start and never from the send before, so that nothing drifts, and a send that
 * was late does not put off those behind it.
 *
 * <p>Sends are numbered over all sessions: send 0 is the first session's first frame.
 *
 * @param start of the first send, in nanoseconds
 * @param period between two sends of a session, in nanoseconds
 * @param sessions how many there are
 */
record SendSchedule(long start, long period, int sessions) {

  SendSchedule {
    if (period <= 0 || sessions <= 0) {
      throw new IllegalArgumentException(
          "period and sessions must be positive, got " + period + " and " + sessions);
    }
  }

  /** When a send is due, in nanoseconds. */
  long due(long send) {
    return start + frame(send) * period + session(send) * period / sessions;
  }

  /** When a session's frame is due, in nanoseconds. */
  long due(int session, long frame) {
    return due(frame * sessions + session);
  }

  /** How many sends are due by now. */
  long dueBy(long now) {
    if (now < start) {
      return 0;
    }
    long frame = (now - start) / period;
    long within = (now - start) % period;
    // session s is due at s * period / sessions, rounded down
    long count = ((within + 1) * sessions - 1) / period + 1;
    return frame * sessions + count;
  }

  int session(long send) {
    return (int) (send % sessions);
  }

  long frame(long send) {
    return send / sessions;
  }
}
