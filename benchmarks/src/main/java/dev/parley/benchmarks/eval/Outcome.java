package dev.parley.benchmarks.eval;

import java.time.Duration;
import java.util.Optional;

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

  /** Labels are this rough: a cut so long before the onset is still one for the onset. */
  private static final double EARLIEST_CUT = -200; // ms

  /** A reply that ends by itself so soon after the onset was not there to be cut. */
  private static final double OVER = 1_000; // ms

  /**
   * The outcome of a trial.
   *
   * @param cut when the reply was cut, if it was
   * @param drained when all of it had been given away, if it ever was
   */
  static Outcome of(
      Trial trial,
      Optional<Duration> cut,
      Optional<Duration> drained,
      int staleFrames,
      long heardError) {
    double millis = cut.map(at -> millis(at, trial)).orElse(Double.NaN);
    return new Outcome(
        trial.name(), trial.type(), end(trial, drained, millis), millis, staleFrames, heardError);
  }

  private static End end(Trial trial, Optional<Duration> drained, double cut) {
    if (!Double.isNaN(cut)) {
      boolean early = trial.type().hasOnset() && cut < EARLIEST_CUT;
      return early ? End.CUT_EARLY : End.CUT;
    }
    boolean over = drained.map(at -> millis(at, trial) < OVER).orElse(false);
    return over && trial.type().hasOnset() ? End.OVER : End.PLAYED;
  }

  private static double millis(Duration at, Trial trial) {
    return at.toNanos() / 1e6 - 1_000 * trial.onset();
  }
}
