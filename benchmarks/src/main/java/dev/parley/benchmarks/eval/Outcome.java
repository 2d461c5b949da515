package dev.parley.benchmarks.eval;

/**
 * How a trial went.
 *
 * @param name the trial's
 * @param type what should have happened
 * @param end what became of the reply
 * @param millis from the caller's onset to the cut, where there are both
 * @param staleFrames frames of cut replies that left the playout after the cut
 * @param heardError by how many samples what was said to be heard misses what left the playout
 */
record Outcome(
    String name, Trial.Type type, End end, double millis, int staleFrames, long heardError) {

  /** What became of the reply. */
  enum End {
    /** It was cut. */
    CUT,
    /** It was cut before the caller spoke. */
    CUT_EARLY,
    /** It had come to its end by itself, not long after the onset. */
    OVER,
    /** It was played on. */
    PLAYED
  }
}
