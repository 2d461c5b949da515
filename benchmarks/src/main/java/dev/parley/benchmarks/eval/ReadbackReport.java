package dev.parley.benchmarks.eval;

import dev.parley.benchmarks.eval.ReadbackOutcome.Step;
import dev.parley.engine.conversation.Effort;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well codes in synthetic voices are read back and corrected.
 *
 * @param recogniser who listened
 * @param rows one for each voice and effort
 */
public record ReadbackReport(String recogniser, List<Row> rows) {

  /**
   * One voice at one effort.
   *
   * @param right read back right at once, or called without
   * @param after right with at most one correction, by its kind
   * @param called called without reading back, and how many of those were right
   * @param asked how many were asked for again
   * @param notUnderstood how many were not taken for a code at all
   */
  public record Row(
      String voice,
      Effort effort,
      Share right,
      Map<String, Share> after,
      Share called,
      int asked,
      int notUnderstood) {}

  public ReadbackReport {
    rows = List.copyOf(rows);
  }

  static Row row(String voice, Effort effort, List<ReadbackOutcome> outcomes) {
    List<Step> first = outcomes.stream().map(ReadbackOutcome::first).toList();
    Map<Remedy, Share> after = new EnumMap<>(Remedy.class);
    for (Remedy remedy : Remedy.values()) {
      after.put(remedy, right(outcomes.stream().map(each -> each.after().get(remedy)).toList()));
    }
    Map<String, Share> byLabel = new java.util.LinkedHashMap<>();
    after.forEach((remedy, share) -> byLabel.put(remedy.label(), share));
    int called = count(first, Step.CALLED_RIGHT) + count(first, Step.CALLED_WRONG);
    return new Row(
        voice,
        effort,
        right(first),
        byLabel,
        new Share(count(first, Step.CALLED_RIGHT), called),
        count(first, Step.ASKED),
        count(first, Step.NOT_UNDERSTOOD));
  }

  private static Share right(List<Step> steps) {
    return new Share((int) steps.stream().filter(Step::isRight).count(), steps.size());
  }

  private static int count(List<Step> steps, Step wanted) {
    return (int) steps.stream().filter(wanted::equals).count();
  }
}
