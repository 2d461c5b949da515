package dev.parley.benchmarks.eval;

import dev.parley.engine.conversation.Effort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well spelled names, codes, numbers and commands become the arguments of tools.
 *
 * @param recogniser who listened
 * @param steps one for each effort, the least first
 * @param pairs neighbouring steps, and low with high, compared recording by recording
 */
public record CodesReport(String recogniser, List<Step> steps, List<Pair> pairs) {

  /**
   * One step of effort.
   *
   * @param exact recordings whose arguments are what was said
   * @param errors of the likeliest readings
   * @param accepted recordings on which an agent would act without a question back, and how many of
   *     those are exact
   * @param cpuPerSecond seconds of computing for a second of audio
   */
  public record Step(
      Effort effort, Share exact, WordErrors errors, Share accepted, double cpuPerSecond) {}

  /** Two steps on the same recordings. */
  public record Pair(Effort from, Effort to, Paired exact) {}

  public CodesReport {
    steps = List.copyOf(steps);
    pairs = List.copyOf(pairs);
  }

  /**
   * @param outcomes of each recording, one for each effort, in the order of the efforts
   */
  static CodesReport of(
      String recogniser, List<Effort> efforts, List<List<CodesOutcome>> outcomes) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < efforts.size(); i++) {
      steps.add(step(efforts.get(i), column(outcomes, i)));
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < efforts.size(); i++) {
      pairs.add(pair(efforts, outcomes, i - 1, i));
    }
    int low = efforts.indexOf(Effort.LOW);
    int high = efforts.indexOf(Effort.HIGH);
    if (low >= 0 && high > low + 1) {
      pairs.add(pair(efforts, outcomes, low, high));
    }
    return new CodesReport(recogniser, steps, pairs);
  }

  /** The figures of one effort, if it was asked for. */
  public Optional<Step> step(Effort effort) {
    return steps.stream().filter(step -> step.effort() == effort).findFirst();
  }

  private static Step step(Effort effort, List<CodesOutcome> outcomes) {
    List<CodesOutcome> accepted = outcomes.stream().filter(CodesOutcome::isAccepted).toList();
    double nanos = outcomes.stream().mapToDouble(CodesOutcome::cpuNanos).sum();
    double seconds = outcomes.stream().mapToDouble(CodesOutcome::seconds).sum();
    return new Step(
        effort,
        exact(outcomes),
        outcomes.stream().map(CodesOutcome::errors).reduce(WordErrors.NONE, WordErrors::and),
        exact(accepted),
        nanos / 1e9 / seconds);
  }

  private static Share exact(List<CodesOutcome> outcomes) {
    return new Share(
        (int) outcomes.stream().filter(CodesOutcome::isExact).count(), outcomes.size());
  }

  private static Pair pair(
      List<Effort> efforts, List<List<CodesOutcome>> outcomes, int first, int second) {
    return new Pair(
        efforts.get(first),
        efforts.get(second),
        Paired.of(
            column(outcomes, first).stream().map(CodesOutcome::isExact).toList(),
            column(outcomes, second).stream().map(CodesOutcome::isExact).toList()));
  }

  private static List<CodesOutcome> column(List<List<CodesOutcome>> outcomes, int at) {
    return outcomes.stream().map(each -> each.get(at)).toList();
  }
}
