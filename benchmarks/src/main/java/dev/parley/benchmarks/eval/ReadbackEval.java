package dev.parley.benchmarks.eval;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.effort.EffortPlan;
import dev.parley.speech.asr.effort.Passes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets synthetic callers say codes to the cascade's agent, and correct them. */
final class ReadbackEval {

  private final Recogniser first;
  private final Passes passes;
  private final Map<String, Mouths.Mouth> callers;
  private final EvalProgress progress;
  private final AtomicInteger done = new AtomicInteger();
  private final Understanding tools = SpokenCodes.tools();

  /**
   * @param second asked as well where an effort wants it
   */
  ReadbackEval(
      Recogniser first,
      Optional<Recogniser> second,
      Map<String, Mouths.Mouth> callers,
      EvalProgress progress) {
    this.first = first;
    this.passes = new Passes(first, second);
    this.callers = callers;
    this.progress = progress;
  }

  ReadbackReport run(List<String> codes, HearingSettings settings) {
    List<ReadbackReport.Row> rows = new ArrayList<>();
    int of = codes.size() * callers.size() * settings.steps().size();
    for (var caller : callers.entrySet()) {
      for (Effort effort : settings.steps()) {
        ReadbackCall call =
            new ReadbackCall(
                tools, (words, focus) -> hear(caller.getValue(), words, focus, effort));
        List<ReadbackOutcome> outcomes =
            Workers.each(settings.jobs(), codes, code -> reported(call.run(code), of));
        rows.add(ReadbackReport.row(caller.getKey(), effort, outcomes));
      }
    }
    return new ReadbackReport(first.name(), rows);
  }

  private ReadbackOutcome reported(ReadbackOutcome outcome, int of) {
    synchronized (progress) {
      progress.reached(EvalPart.READBACK, done.incrementAndGet(), of);
    }
    return outcome;
  }

  private List<Heard> hear(Mouths.Mouth caller, String words, Focus focus, Effort effort) {
    Samples audio = caller.say(words).at(first.rate()).samples();
    EffortPlan plan = EffortPlan.of(effort);
    List<LanguageModel> narrower = plan.narrower() ? tools.narrower(focus) : List.of();
    return passes.hear(audio, tools.expected(focus), narrower, plan).stream()
        .map(CodesEval::heard)
        .filter(heard -> !heard.words().isEmpty())
        .toList();
  }
}
