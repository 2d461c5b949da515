package dev.parley.benchmarks.eval;

import java.util.List;
import java.util.Optional;

/**
 * Speech as a detector told of it, in seconds of the recording.
 *
 * @param start where it says that speech began
 * @param startKnown how much it had heard when it said so
 * @param end where it says that speech ended
 * @param endKnown how much it had heard when it said so
 */
record Detection(double start, double startKnown, double end, double endKnown) {

  /** Where there was speech, in hindsight. */
  static List<Region> estimated(List<Detection> all) {
    return all.stream().flatMap(d -> region(d.start, d.end).stream()).toList();
  }

  /** When the detector would have answered that somebody speaks. */
  static List<Region> causal(List<Detection> all) {
    return all.stream().flatMap(d -> region(d.startKnown, d.endKnown).stream()).toList();
  }

  private static Optional<Region> region(double from, double to) {
    return to > from ? Optional.of(new Region(from, to)) : Optional.empty();
  }
}
