package dev.parley.benchmarks.eval;

import dev.parley.audio.vad.SpeechDetectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Makes calls out of a folder's recordings and adds up how they went. */
final class CallEval {

  private static final int BABBLE_TRIALS = 12;
  private static final int SLOWEST = 10;

  /** Makes the call of a trial. Is asked by several threads at once. */
  @FunctionalInterface
  interface Line {
    Outcome call(Trial trial, TrialAudio audio, SpeechDetectors detectors);
  }

  private final EvalPart part;
  private final Line line;
  private final Folder folder;
  private final SpeechDetectors detectors;
  private final EvalProgress progress;
  private final AtomicInteger done = new AtomicInteger();

  CallEval(
      EvalPart part, Line line, Folder folder, SpeechDetectors detectors, EvalProgress progress) {
    this.part = part;
    this.line = line;
    this.folder = folder;
    this.detectors = detectors;
    this.progress = progress;
  }

  /** Makes that many barge-ins, as many calls that must not cut, and those of the folder's own. */
  CallReport run(int trials, long seed) {
    Mixer mixer = new Mixer(folder.recordings(), seed);
    List<Trial> all = new ArrayList<>(mixer.bargeIns(trials));
    all.addAll(mixer.negatives(trials));
    all.addAll(mixer.babble(BABBLE_TRIALS));
    all.addAll(mixer.recorded());
    // Each trial has a world of its own, so that it is the same whichever runs beside it.
    return report(all.parallelStream().map(trial -> run(trial, all.size())).toList());
  }

  private Outcome run(Trial trial, int of) {
    Outcome outcome = line.call(trial, TrialAudio.of(trial, folder), detectors);
    synchronized (progress) {
      progress.reached(part, done.incrementAndGet(), of);
    }
    return outcome;
  }

  static CallReport report(List<Outcome> outcomes) {
    return new CallReport(
        bargeIns(outcomes, Trial.Type.BARGE_IN),
        bargeIns(outcomes, Trial.Type.RECORDED),
        negatives(outcomes, Trial.Type.NEGATIVE),
        negatives(outcomes, Trial.Type.BABBLE),
        outcomes.stream().mapToInt(Outcome::staleFrames).sum(),
        outcomes.stream().mapToLong(Outcome::heardError).max().orElse(0));
  }

  private static CallReport.BargeIns bargeIns(List<Outcome> outcomes, Trial.Type type) {
    List<Outcome> all = outcomes.stream().filter(o -> o.type() == type).toList();
    List<Outcome> missed = with(all, Outcome.End.PLAYED);
    List<Outcome> cut = with(all, Outcome.End.CUT);
    Stream<String> slowest =
        cut.stream()
            .sorted(Comparator.comparingDouble(Outcome::millis).reversed())
            .limit(SLOWEST)
            .map(o -> "%s: %.0f ms".formatted(o.name(), o.millis()));
    return new CallReport.BargeIns(
        all.size(),
        new Delays(cut.stream().map(Outcome::millis).toList(), missed.size()),
        with(all, Outcome.End.OVER).size(),
        with(all, Outcome.End.CUT_EARLY).size(),
        Stream.concat(missed.stream().map(o -> o.name() + ": missed"), slowest).toList());
  }

  private static CallReport.Negatives negatives(List<Outcome> outcomes, Trial.Type type) {
    List<Outcome> all = outcomes.stream().filter(o -> o.type() == type).toList();
    List<Outcome> cut = with(all, Outcome.End.CUT);
    return new CallReport.Negatives(
        all.size(), cut.size(), cut.stream().map(Outcome::name).toList());
  }

  private static List<Outcome> with(List<Outcome> all, Outcome.End end) {
    return all.stream().filter(o -> o.end() == end).toList();
  }
}
