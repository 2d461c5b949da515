package dev.parley.engine.frame;

/**
 * A span of the caller's audio that is not there, so that every position behind it stays true.
 *
 * @param position where the span begins
 * @param samples its length at the position's rate; more than zero
 * @param cause why it is missing
 */
public record Gap(Position position, long samples, Cause cause) implements Inbound {

  /** Why audio is missing. */
  public enum Cause {
    /** An edge that drops its oldest audio was full. */
    DROPPED,
    /** The network or the device never delivered it. */
    LOST
  }

  public Gap {
    if (samples <= 0) {
      throw new IllegalArgumentException("a gap needs at least one sample, got " + samples);
    }
  }

  /** The position behind the span. */
  public Position end() {
    return position.plus(samples);
  }

  /** One gap over two that touch. */
  public Gap join(Gap next) {
    return new Gap(position, next.end().since(position), cause);
  }
}
