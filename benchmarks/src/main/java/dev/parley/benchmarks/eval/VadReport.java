package dev.parley.benchmarks.eval;

import java.util.List;

/**
 * How well a speech detector hears.
 *
 * @param groups the score of each kind of recording with speech
 * @param pooled the groups that count, together
 * @param endings from where the label ends to when that was told, of the pooled groups
 * @param quiet what started where nobody speaks
 * @param babble what started with many voices in the background: right or wrong as one likes
 * @param falseStarts each start in a quiet recording
 * @param cpuMillisPerSecond computing time for a second of audio
 */
public record VadReport(
    List<Group> groups,
    Group pooled,
    Delays endings,
    Quiet quiet,
    Quiet babble,
    List<FalseStart> falseStarts,
    double cpuMillisPerSecond) {

  public VadReport {
    groups = List.copyOf(groups);
    falseStarts = List.copyOf(falseStarts);
  }

  /**
   * Recordings that are scored together.
   *
   * @param name their kind
   * @param counts whether they are in the pool
   * @param recordings how many: each channel is one
   * @param seconds their length
   * @param frames by where the detector says in hindsight that speech began and ended
   * @param causal by when it said so
   * @param onsets from where the label begins to when that was told
   * @param openAlready onsets without a delay, because an earlier sound still counted as speech
   */
  public record Group(
      String name,
      boolean counts,
      int recordings,
      double seconds,
      FrameCount frames,
      FrameCount causal,
      Delays onsets,
      int openAlready) {}

  /**
   * Recordings without speech.
   *
   * @param recordings how many
   * @param minutes their length
   * @param starts how often speech was said to start
   */
  public record Quiet(int recordings, double minutes, int starts) {}

  /**
   * Speech that was none.
   *
   * @param recording its id
   * @param second when it was told
   */
  public record FalseStart(String recording, double second) {}

  /** False starts a minute, babble apart. */
  public double falseStartsPerMinute() {
    return quiet.minutes == 0 ? 0 : quiet.starts / quiet.minutes;
  }
}
