package dev.parley.benchmarks.eval;

import java.util.Map;

/**
 * How one code fared.
 *
 * @param first what the agent did when it had heard the code
 * @param after what it did after one correction of each kind; the first once more if that was right
 */
record ReadbackOutcome(Step first, Map<Remedy, Step> after) {

  /** What an agent does with a code. */
  enum Step {
    /** Reads it back, and it is right. */
    RIGHT,
    /** Reads back another. */
    WRONG,
    /** Calls the tool with it at once. */
    CALLED_RIGHT,
    /** Calls the tool with another at once: nobody can correct that. */
    CALLED_WRONG,
    /** Asks for it again. */
    ASKED,
    /** Does not know what is wanted. */
    NOT_UNDERSTOOD;

    boolean isRight() {
      return this == RIGHT || this == CALLED_RIGHT;
    }
  }

  ReadbackOutcome {
    after = Map.copyOf(after);
  }
}
