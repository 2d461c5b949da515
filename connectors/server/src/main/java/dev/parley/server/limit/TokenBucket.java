package dev.parley.server.limit;

/**
 * A bucket of tokens that fills at a steady rate up to a brim.
 *
 * <p>Exact: it counts in whole billionths of a token, so nothing is lost to rounding however often
 * it is asked. Time is passed in, in nanoseconds of a monotonic clock; a clock that steps back
 * fills nothing. For one thread.
 */
public final class TokenBucket {

  /** The most tokens that a bucket can hold or lose at once. */
  public static final long MOST = 4_000_000_000L;

  private static final long PER_TOKEN = 1_000_000_000L; // one second of one token a second

  private final long perSecond;
  private final long brim;
  private long level;
  private long filledAt;

  /**
   * A full bucket.
   *
   * @param perSecond tokens that flow in each second, 1 to {@link #MOST}
   * @param burst tokens that it holds, 1 to {@link #MOST}
   * @param nanos now
   */
  public TokenBucket(long perSecond, long burst, long nanos) {
    this.perSecond = checked("perSecond", perSecond, 1);
    this.brim = checked("burst", burst, 1) * PER_TOKEN;
    this.level = brim;
    this.filledAt = nanos;
  }

  /**
   * Takes tokens if that many are there.
   *
   * @return whether they were taken
   */
  public boolean take(long tokens, long nanos) {
    long cost = checked("tokens", tokens, 0) * PER_TOKEN;
    fill(nanos);
    if (cost > level) {
      return false;
    }
    level -= cost;
    return true;
  }

  /**
   * Takes tokens if the bucket is not in debt, and lets it run into debt for what is missing: for
   * goods whose size is not the buyer's choice, such as one message that is longer than the brim.
   *
   * @return whether they were taken
   */
  public boolean overdraw(long tokens, long nanos) {
    long cost = checked("tokens", tokens, 0) * PER_TOKEN;
    fill(nanos);
    if (level <= 0) {
      return false;
    }
    level -= cost;
    return true;
  }

  /**
   * How long until that many tokens are there, in nanoseconds; 0 if they are. More than the brim
   * are never there: then it is the time until the bucket is full.
   */
  public long nanosUntil(long tokens, long nanos) {
    long wanted = Math.min(checked("tokens", tokens, 0) * PER_TOKEN, brim);
    fill(nanos);
    return wanted <= level ? 0 : Math.ceilDiv(wanted - level, perSecond);
  }

  /** How many tokens are there; 0 while it is in debt. */
  public long level(long nanos) {
    fill(nanos);
    return Math.max(0, level / PER_TOKEN);
  }

  private void fill(long nanos) {
    long elapsed = nanos - filledAt;
    if (elapsed <= 0) {
      return;
    }
    filledAt = nanos;
    long room = brim - level;
    level = elapsed >= Math.ceilDiv(room, perSecond) ? brim : level + elapsed * perSecond;
  }

  private static long checked(String name, long value, long least) {
    if (value < least || value > MOST) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + MOST + ", got " + value);
    }
    return value;
  }
}
