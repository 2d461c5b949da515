package dev.parley.sockets;

/**
 * Whether the peer is still there: asked when it is silent, given up when it stays so (RFC 6455,
 * section 5.5.2).
 */
final class Liveness {

  enum Verdict {
    FINE,
    ASK,
    DEAD
  }

  /** Times of TCP are in milliseconds, so that one and the same is told a bit differently. */
  private static final long SAME = 10_000_000;

  private final long ping;
  private final long dead;
  private long heard;
  private boolean asked;

  /**
   * @param every how often {@link #check} is called: it gives up that much sooner, to be in time
   */
  Liveness(Patience patience, long every, long now) {
    ping = patience.ping().toNanos();
    dead = Math.max(ping, patience.dead().toNanos() - every);
    heard = now;
  }

  void heard(long now) {
    heard = now;
    asked = false;
  }

  /** The last sign of life came at this time, as exactly as TCP tells it. */
  void heardAt(long then) {
    if (then - heard > SAME) {
      heard(then);
    }
  }

  Verdict check(long now) {
    long silence = now - heard;
    if (silence > dead) {
      return Verdict.DEAD;
    }
    if (silence >= ping && !asked) {
      asked = true;
      return Verdict.ASK;
    }
    return Verdict.FINE;
  }
}
