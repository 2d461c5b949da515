package dev.parley.benchmarks.eval;

import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Reading;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.AgentSettings;

/** Whether an agent would act on what it understood without a question back. */
final class Ready {

  private Ready() {}

  static boolean toAct(Reading reading, Understanding tools, AgentSettings agent) {
    return switch (reading) {
      case Reading.Request request ->
          request.confidence() >= agent.certainOther()
              && !tools.wantsConfirmation(request.draft().tool())
              && tools.missing(request.draft()).isEmpty()
              && tools.problems(request.draft()).isEmpty()
              && request.draft().values().values().stream().allMatch(value -> sure(value, agent));
      case Reading.Yes yes -> yes.confidence() >= agent.certainOther();
      case Reading.No no -> no.confidence() >= agent.certainOther();
      // These call no tool: who is misunderstood says it again.
      case Reading.Help help -> false;
      case Reading.Repeat repeat -> false;
      case Reading.Cancel cancel -> false;
      case Reading.Nothing nothing -> false;
    };
  }

  private static boolean sure(Draft.Value value, AgentSettings agent) {
    return value.confidence() >= (value.isCode() ? agent.certainCode() : agent.certainOther());
  }
}
