package dev.parley.benchmarks.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.benchmarks.eval.ReadbackOutcome.Step;
import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Draft;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Understanding;
import dev.parley.speech.agent.Act;
import dev.parley.speech.agent.Agent;
import dev.parley.speech.agent.AgentBrief;
import dev.parley.speech.agent.AgentSettings;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A caller with one code and an agent, without sound and time between them. */
final class ReadbackCall {

  private final Understanding tools;
  private final Ears ears;

  /** What the agent hears of a caller's words. */
  @FunctionalInterface
  interface Ears {
    List<Heard> hear(String words, Focus focus);
  }

  /** What the agent has done, and the code that it has read back or called with, or empty. */
  private record Done(Step step, String code) {}

  /**
   * @param tools with {@link SpokenCodes}
   */
  ReadbackCall(Understanding tools, Ears ears) {
    this.tools = tools;
    this.ears = ears;
  }

  /** The caller says a code, and corrects once, in each way, what is not right. */
  ReadbackOutcome run(String code) {
    List<Heard> heard = ears.hear("order " + Remedy.spelled(code), new Focus.Anything());
    Done first = hear(agent(), heard, code);
    Map<Remedy, Step> after = new EnumMap<>(Remedy.class);
    for (Remedy remedy : Remedy.values()) {
      boolean isOver = first.step().isRight() || first.step() == Step.CALLED_WRONG;
      after.put(remedy, isOver ? first.step() : correct(remedy, code, first, heard));
    }
    return new ReadbackOutcome(first.step(), after);
  }

  private Step correct(Remedy remedy, String code, Done first, List<Heard> heard) {
    Agent agent = agent();
    hear(agent, heard, code);
    return hear(agent, ears.hear(remedy.words(code, first.code()), agent.focus()), code).step();
  }

  private Agent agent() {
    return new Agent(
        AgentSettings.defaults(),
        new AgentBrief("", tools, List.of(SpokenCodes.TOOL), new ToolChoice.Auto()));
  }

  private static Done hear(Agent agent, List<Heard> heard, String code) {
    agent.heard(heard);
    for (Act act : agent.answer()) {
      if (act instanceof Act.Call call) {
        String called = text(call.arguments(), "/" + SpokenCodes.ARGUMENT);
        return new Done(called.equals(code) ? Step.CALLED_RIGHT : Step.CALLED_WRONG, called);
      }
    }
    return switch (agent.focus()) {
      case Focus.Confirmation(Draft draft) -> {
        String read =
            draft.value(SpokenCodes.ARGUMENT).map(value -> text(value.json(), "")).orElse("");
        yield new Done(read.equals(code) ? Step.RIGHT : Step.WRONG, read);
      }
      case Focus.Argument ignored -> new Done(Step.ASKED, "");
      case Focus.Anything ignored -> new Done(Step.NOT_UNDERSTOOD, "");
    };
  }

  private static String text(String json, String at) {
    try {
      return new ObjectMapper().readTree(json).at(at).asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e); // the agent's own arguments
    }
  }
}
