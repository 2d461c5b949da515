package dev.parley.benchmarks.serve;

import java.util.List;

/**
 * One reply that was talked over.
 *
 * @param decided from the caller's last frame before {@code speech_started} to that event, in
 *     nanoseconds: what the server added to the frame by which it decided
 * @param voiced frames of voice that were sent until then
 * @param heardBy bytes of the old reply that had come since the voice began, when each of its
 *     frames was sent
 * @param old bytes of the old reply from the beginning of the voice to {@code speech_started}
 * @param after bytes of the old reply behind {@code speech_started}
 * @param lasted from the beginning of the voice to the last old byte, in nanoseconds
 */
record Interruption(
    long decided, int voiced, List<Long> heardBy, long old, long after, long lasted) {

  private static final int BYTES_PER_MILLI = Sound.RATE / 500;

  Interruption {
    heardBy = List.copyOf(heardBy);
  }

  /** Milliseconds of old audio that still came after the caller had begun to speak. */
  double oldSinceVoice() {
    return (double) (old + after) / BYTES_PER_MILLI;
  }

  /**
   * The same since the server decided, if it takes so many frames of voice for that.
   *
   * @param frames as found on a fast line
   */
  double oldSinceDecision(int frames) {
    int last = Math.min(frames, heardBy.size()) - 1;
    return (double) (old + after - heardBy.get(Math.max(0, last))) / BYTES_PER_MILLI;
  }
}
