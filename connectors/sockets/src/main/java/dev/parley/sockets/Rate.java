package dev.parley.sockets;

/** Lets so many through at once, and so many a second after that. */
final class Rate {

  private final long interval;
  private final long slack;
  private long due = Long.MIN_VALUE;

  Rate(int perSecond) {
    interval = 1_000_000_000L / perSecond;
    slack = interval * (perSecond - 1);
  }

  /** Whether one more may pass now. */
  boolean allows(long now) {
    long from = due == Long.MIN_VALUE ? now : Math.max(due, now);
    if (from - now > slack) {
      return false;
    }
    due = from + interval;
    return true;
  }
}
