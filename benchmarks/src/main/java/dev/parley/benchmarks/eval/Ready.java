package dev.parley.benchmarks.eval;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.AgentSettings;
import dev.parley.speech.agent.Caution;

/** Whether an agent would act on what it understood without a question back. */
final class Ready {

  private Ready() {}

  static boolean toAct(Reading reading, Understanding tools, AgentSettings agent) {
    Caution caution = new Caution(agent);
    return switch (reading) {
      case Reading.Request(Draft draft, double certainty) ->
          tools.missing(draft).isEmpty()
              && tools.problems(draft).isEmpty()
              && !caution.mustConfirm(draft, certainty, tools);
      case Reading.Yes yes -> caution.isAnswer(yes.confidence());
      case Reading.No no -> caution.isAnswer(no.confidence());
      // These call no tool: who is misunderstood says it again.
      case Reading.Help help -> false;
      case Reading.Repeat repeat -> false;
      case Reading.Cancel cancel -> false;
      case Reading.Nothing nothing -> false;
    };
  }
}
