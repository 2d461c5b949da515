package dev.parley.benchmarks.eval;

import java.util.List;

/**
 * How calls with barge-ins went. All delays are algorithmic: they are of a virtual clock.
 *
 * @param made barge-ins out of single recordings
 * @param recorded barge-ins of recorded calls with two channels
 * @param negatives calls with a sound that is no speech
 * @param babble calls with voices in the background
 * @param staleFrames frames of cut replies that left the playout after the cut
 * @param heardErrorSamplesMax by how many samples at the most what was said to be heard of a cut
 *     reply misses what left the playout, or what Twilio played
 */
public record CallReport(
    BargeIns made,
    BargeIns recorded,
    Negatives negatives,
    Negatives babble,
    int staleFrames,
    long heardErrorSamplesMax) {

  /**
   * Calls in which the reply should be cut.
   *
   * @param calls how many
   * @param cuts from the caller's onset to the cut; missed where the reply played on
   * @param over the reply came to its end by itself just behind the onset
   * @param early the reply was cut more than 0.2 s before the onset
   * @param slowest the slowest cuts, and whatever was missed
   */
  public record BargeIns(int calls, Delays cuts, int over, int early, List<String> slowest) {
    public BargeIns {
      slowest = List.copyOf(slowest);
    }
  }

  /**
   * Calls in which the reply should not be cut.
   *
   * @param calls how many
   * @param cut in how many it was
   * @param by what cut it
   */
  public record Negatives(int calls, int cut, List<String> by) {
    public Negatives {
      by = List.copyOf(by);
    }
  }
}
