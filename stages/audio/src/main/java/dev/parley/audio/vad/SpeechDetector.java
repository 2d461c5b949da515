package dev.parley.audio.vad;

/**
 * Tells how likely somebody speaks, frame by frame: mono 16 kHz, {@value #FRAME} samples (20 ms)
 * each, without a break.
 *
 * <p>Belongs to one stream and one thread. May compute for a fraction of a frame's length, but
 * never blocks.
 */
public interface SpeechDetector extends AutoCloseable {

  /** Samples a second. */
  int RATE = 16_000;

  /** Samples a frame. */
  int FRAME = 320;

  /**
   * Takes the next frame; it is valid during the call only.
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
