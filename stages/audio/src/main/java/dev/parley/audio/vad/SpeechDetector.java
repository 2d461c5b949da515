package dev.parley.audio.vad;

/**
 * Tells how likely somebody speaks, frame by frame: mono, 20 ms each, without a break; at 16 kHz,
 * {@value #FRAME} samples, unless its {@link #rate} says otherwise.
 *
 * <p>Belongs to one stream and one thread. May compute for a fraction of a frame's length, but
 * never blocks.
 */
public interface SpeechDetector extends AutoCloseable {

  /** Samples a second that a detector hears, unless it says otherwise. */
  int RATE = 16_000;

  /** Samples a frame at that rate. */
  int FRAME = 320;

  /**
   * Samples a second of what it hears: {@value #RATE}, or another rate at which 10 ms are whole
   * samples. A constant of the detector.
   */
  default int rate() {
    return RATE;
  }

  /**
   * Takes the next frame, a fiftieth of {@link #rate} samples; it is valid during the call only.
   *
   * @return how likely there is speech at its end, 0 to 1
   */
  double probability(short[] frame);

  /** Forgets the stream: the next frame begins another. */
  void reset();

  /** Gives back what lies outside the heap. */
  @Override
  default void close() {}
}
