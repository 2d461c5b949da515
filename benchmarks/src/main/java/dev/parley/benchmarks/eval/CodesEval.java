package dev.parley.benchmarks.eval;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.AgentSettings;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.effort.EffortPlan;
import dev.parley.speech.asr.effort.Passes;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Understands spelled names, codes, numbers and commands as the cascade does: passes of a
 * recogniser that knows the tools, and the tools choose among the readings.
 */
final class CodesEval {

  private static final Set<String> KINDS = Set.of("alnum", "digit", "digit-string");
  private static final Focus FOCUS = new Focus.Anything();

  private final Recogniser first;
  private final Passes passes;
  private final Understanding tools;
  private final AgentSettings agent = AgentSettings.defaults();
  private final EvalProgress progress;
  private final AtomicInteger done = new AtomicInteger();

  /**
   * @param second asked as well where an effort wants it
   */
  CodesEval(
      Recogniser first, Optional<Recogniser> second, Understanding tools, EvalProgress progress) {
    this.first = first;
    this.passes = new Passes(first, second);
    this.tools = tools;
    this.progress = progress;
  }

  /** Whether a recording is of this kind: telephone copies are, if they are spelled. */
  static boolean takes(Recording recording) {
    boolean phone =
        recording.kind().equals("phone")
            && Meant.spelled(WordErrors.words(recording.transcript())).isPresent();
    return !recording.transcript().isBlank() && (phone || KINDS.contains(recording.kind()));
  }

  /**
   * Understands all of them with each effort.
   *
   * @param problems gets a sentence for each recording whose text the tools do not take
   */
  CodesReport run(List<Spoken> all, HearingSettings settings, List<String> problems) {
    List<Spoken> scored =
        all.stream()
            .filter(
                spoken -> {
                  boolean known = Meant.by(spoken.text(), tools).isPresent();
                  if (!known) {
                    problems.add(
                        spoken.recording().id()
                            + " is not scored: its text is nothing that the tools take");
                  }
                  return known;
                })
            .toList();
    List<Effort> efforts = settings.steps();
    efforts.forEach(effort -> hear(Samples.silence(first.rate()), effort)); // models are loaded now
    return CodesReport.of(
        first.name(),
        efforts,
        Workers.each(settings.jobs(), scored, spoken -> outcomes(spoken, efforts, scored.size())));
  }

  private List<CodesOutcome> outcomes(Spoken spoken, List<Effort> efforts, int of) {
    Meant meant = Meant.by(spoken.text(), tools).orElseThrow();
    List<CodesOutcome> outcomes =
        efforts.stream().map(effort -> outcome(spoken, meant, effort)).toList();
    synchronized (progress) {
      progress.reached(EvalPart.CODES, done.incrementAndGet(), of);
    }
    return outcomes;
  }

  private CodesOutcome outcome(Spoken spoken, Meant meant, Effort effort) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<Transcript> heard = hear(spoken.audio(), effort);
    Reading reading = tools.read(heard.stream().map(CodesEval::heard).toList(), FOCUS);
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new CodesOutcome(
        effort,
        Meant.by(reading, tools).equals(Optional.of(meant)),
        Ready.toAct(reading, tools, agent),
        WordErrors.of(spoken.text(), heard.getFirst().text()),
        after - before,
        spoken.seconds());
  }

  private List<Transcript> hear(Samples audio, Effort effort) {
    EffortPlan plan = EffortPlan.of(effort);
    List<LanguageModel> narrower = plan.narrower() ? tools.narrower(FOCUS) : List.of();
    return passes.hear(audio, tools.expected(FOCUS), narrower, plan);
  }

  static Heard heard(Transcript transcript) {
    return new Heard(
        transcript.words().stream()
            .map(word -> new Heard.Word(word.text(), word.confidence()))
            .toList(),
        transcript.confidence());
  }
}
