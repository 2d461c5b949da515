package dev.parley.benchmarks.eval;

import dev.parley.audio.vad.SpeechDetectors;
import java.nio.file.Path;
import java.util.Set;

/**
 * What is evaluated, and on what.
 *
 * @param folder has recordings and a {@code manifest.jsonl}
 * @param parts what of it; at least one
 * @param detectors who hears, at its own operating point
 * @param trials how many barge-ins are made, and as many others that must not cut; 1 to 10,000
 * @param seed of the mixer: the same seed makes the same trials
 * @param hearing who understands what is said
 * @param codes how many codes each synthetic voice spells; 1 to 10,000
 */
public record EvalSettings(
    Path folder,
    Set<EvalPart> parts,
    SpeechDetectors detectors,
    int trials,
    long seed,
    HearingSettings hearing,
    int codes) {

  public EvalSettings {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts must name at least one, got none");
    }
    if (trials < 1 || trials > 10_000) {
      throw new IllegalArgumentException("trials must be 1 to 10000, got " + trials);
    }
    if (codes < 1 || codes > 10_000) {
      throw new IllegalArgumentException("codes must be 1 to 10000, got " + codes);
    }
    parts = Set.copyOf(parts);
  }

  /** All that is said in recordings, with 120 barge-ins; 10 codes where those are wanted. */
  public static EvalSettings of(Path folder, SpeechDetectors detectors) {
    return new EvalSettings(
        folder,
        EvalPart.OF_RECORDINGS,
        detectors,
        /* trials= */ 120,
        /* seed= */ 1,
        HearingSettings.defaults(),
        /* codes= */ 10);
  }

  public EvalSettings withParts(Set<EvalPart> others) {
    return new EvalSettings(folder, others, detectors, trials, seed, hearing, codes);
  }

  public EvalSettings withTrials(int count) {
    return new EvalSettings(folder, parts, detectors, count, seed, hearing, codes);
  }

  public EvalSettings withSeed(long other) {
    return new EvalSettings(folder, parts, detectors, trials, other, hearing, codes);
  }

  public EvalSettings withHearing(HearingSettings other) {
    return new EvalSettings(folder, parts, detectors, trials, seed, other, codes);
  }

  public EvalSettings withCodes(int count) {
    return new EvalSettings(folder, parts, detectors, trials, seed, hearing, count);
  }
}
