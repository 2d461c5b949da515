package dev.parley.benchmarks.eval;

/**
 * How many of some had a property, and what that tells of all that might have been.
 *
 * @param hits how many had it
 * @param of how many there were
 */
public record Share(int hits, int of) {

  /** The normal distribution's quantile for 95 % in the middle. */
  private static final double Z = 1.959964;

  public Share {
    if (hits < 0 || hits > of) {
      throw new IllegalArgumentException("hits must be 0 to %d, got %d".formatted(of, hits));
    }
  }

  /** 0 to 1; NaN if there were none. */
  public double rate() {
    return of == 0 ? Double.NaN : (double) hits / of;
  }

  /** The lower end of Wilson's 95 % interval; 0 if there were none. */
  public double low() {
    return of == 0 ? 0 : Math.max(0, middle() - half());
  }

  /** The upper end of Wilson's 95 % interval; 1 if there were none. */
  public double high() {
    return of == 0 ? 1 : Math.min(1, middle() + half());
  }

  private double middle() {
    return (hits + Z * Z / 2) / (of + Z * Z);
  }

  private double half() {
    return Z / (of + Z * Z) * Math.sqrt((double) hits * (of - hits) / of + Z * Z / 4);
  }
}
