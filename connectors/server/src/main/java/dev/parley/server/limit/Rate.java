package dev.parley.server.limit;

/**
 * So many a second, and so many at once after a rest.
 *
 * @param perSecond 1 to {@link TokenBucket#MOST}
 * @param burst 1 to {@link TokenBucket#MOST}
 */
public record Rate(long perSecond, long burst) {

  public Rate {
    if (perSecond < 1 || perSecond > TokenBucket.MOST) {
      throw new IllegalArgumentException(
          "perSecond must be 1 to " + TokenBucket.MOST + ", got " + perSecond);
    }
    if (burst < 1 || burst > TokenBucket.MOST) {
      throw new IllegalArgumentException(
          "burst must be 1 to " + TokenBucket.MOST + ", got " + burst);
    }
  }

  TokenBucket bucket(long nanos) {
    return new TokenBucket(perSecond, burst, nanos);
  }
}
