package dev.parley.benchmarks.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Finds for each labelled onset and ending when the detector told of it. One owner.
 *
 * <p>An onset counts if nobody was speaking for 0.3 s before it, an ending if nobody does for 0.3 s
 * behind it: shorter pauses are for the detector to bridge. Where it still holds an earlier sound
 * for speech when an onset comes, there is no delay to measure.
 */
final class DelayTally {

  private static final double PAUSE = 0.3;
  private static final double EARLIEST_ONSET = -0.2; // labels begin late, too
  private static final double LATEST_ONSET = 0.1; // behind the region's end
  private static final double EARLIEST_ENDING = -0.3;

  private final List<Double> onsets = new ArrayList<>();
  private final List<Double> endings = new ArrayList<>();
  private int missedOnsets;
  private int missedEndings;
  private int openAlready;

  /** Takes a recording of that many seconds. */
  void add(List<Region> speech, List<Detection> found, double seconds) {
    for (int i = 0; i < speech.size(); i++) {
      Region region = speech.get(i);
      if (i == 0 || region.start() - speech.get(i - 1).end() >= PAUSE) {
        onset(region, found);
      }
      double next = i + 1 < speech.size() ? speech.get(i + 1).start() : seconds;
      if (next - region.end() >= PAUSE) {
        ending(region.end(), next, found);
      }
    }
  }

  Delays onsets() {
    return new Delays(onsets, missedOnsets);
  }

  Delays endings() {
    return new Delays(endings, missedEndings);
  }

  /** Onsets at which the detector already held that somebody spoke. */
  int openAlready() {
    return openAlready;
  }

  private void onset(Region region, List<Detection> found) {
    double earliest = region.start() + EARLIEST_ONSET;
    if (found.stream().anyMatch(d -> d.startKnown() < earliest && d.endKnown() > region.start())) {
      openAlready++;
      return;
    }
    OptionalDouble known =
        found.stream()
            .mapToDouble(Detection::startKnown)
            .filter(at -> at >= earliest && at <= region.end() + LATEST_ONSET)
            .findFirst();
    known.ifPresentOrElse(at -> onsets.add(1_000 * (at - region.start())), () -> missedOnsets++);
  }

  private void ending(double end, double next, List<Detection> found) {
    OptionalDouble known =
        found.stream()
            .mapToDouble(Detection::endKnown)
            .filter(at -> at >= end + EARLIEST_ENDING && at <= next)
            .findFirst();
    known.ifPresentOrElse(at -> endings.add(1_000 * (at - end)), () -> missedEndings++);
  }
}
