package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.effort.EffortPlan;
import dev.parley.speech.asr.effort.Passes;
import java.util.List;
import java.util.Optional;

/** Hearing by a recogniser that is told what to expect, as thoroughly as the effort wants. */
final class Recognition implements Hearing {

  private final int rate;
  private final Passes passes;

  /**
   * @param first hears everything
   * @param second is asked as well where the effort is highest, if there is another
   */
  Recognition(Recogniser first, Optional<Recogniser> second) {
    rate = first.rate();
    passes = new Passes(first, second);
  }

  @Override
  public int rate() {
    return rate;
  }

  @Override
  public List<Heard> understand(Samples audio, Understanding tools, Focus focus, Effort effort) {
    EffortPlan plan = EffortPlan.of(effort);
    return passes
        .hear(
            audio, tools.expected(focus), plan.narrower() ? tools.narrower(focus) : List.of(), plan)
        .stream()
        .filter(transcript -> !transcript.words().isEmpty())
        .map(Recognition::heard)
        .toList();
  }

  private static Heard heard(Transcript transcript) {
    return new Heard(
        transcript.words().stream()
            .map(word -> new Heard.Word(word.text(), word.confidence()))
            .toList(),
        transcript.confidence());
  }
}
