package dev.parley.engine.frame;

/**
 * Audio of a reply.
 *
 * @param epoch the reply
 * @param part which part (output item) of the reply
 * @param position where the first sample lies in its part
 * @param samples mono PCM16
 */
public record Spoken(Epoch epoch, int part, Position position, Samples samples)
    implements Outbound, OfReply {

  public Spoken {
    if (part < 0) {
      throw new IllegalArgumentException("part must not be negative, got " + part);
    }
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("a spoken frame needs at least one sample");
    }
  }

  /** Samples a second. */
  public int rate() {
    return position.rate();
  }

  /** The position behind the last sample. */
  public Position end() {
    return position.plus(samples.count());
  }

  /** The first {@code count} samples of this frame. */
  public Spoken head(int count) {
    return new Spoken(epoch, part, position, samples.slice(0, count));
  }

  /** What is left behind the first {@code count} samples. */
  public Spoken tail(int count) {
    return new Spoken(epoch, part, position.plus(count), samples.slice(count, samples.count()));
  }
}
