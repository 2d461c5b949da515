package dev.parley.engine.frame;

/**
 * Audio from a person.
 *
 * @param position where the first sample lies in the caller's stream; its rate is the samples' rate
 * @param samples mono PCM16
 */
public record Captured(Position position, Samples samples) implements Inbound {

  public Captured {
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("a captured frame needs at least one sample");
    }
  }

  /** Samples a second. */
  public int rate() {
    return position.rate();
  }

  /** The position behind the last sample: where the next frame of an unbroken stream begins. */
  public Position end() {
    return position.plus(samples.count());
  }
}
