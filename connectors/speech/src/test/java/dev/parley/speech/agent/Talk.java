package dev.parley.speech.agent;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Heard;
import java.util.List;

/** A conversation with an agent, line by line. */
final class Talk {

  final Agent agent;

  private int calls;

  Talk(String instructions) {
    this(AgentSettings.defaults(), instructions, new ToolChoice.Auto());
  }

  Talk(AgentSettings settings, String instructions, ToolChoice choice) {
    agent = new Agent(settings, brief(instructions, choice));
  }

  static AgentBrief brief(String instructions, ToolChoice choice) {
    return new AgentBrief(instructions, new FakeTools(), FakeTools.NAMES, choice);
  }

  /** The caller speaks, and is answered. */
  String say(String words) {
    agent.heard(List.of(Heard.typed(words)));
    return answer();
  }

  /** Not understood, and answered. */
  String mumble() {
    agent.heard(List.of());
    return answer();
  }

  String result(String callId, String output) {
    agent.result(callId, output);
    return answer();
  }

  /** The reply in words: calls are made at once, and stand in brackets. */
  String answer() {
    StringBuilder reply = new StringBuilder();
    for (Act act : agent.answer()) {
      switch (act) {
        case Act.Say(String text) -> reply.append(text);
        case Act.Call(String tool, String arguments) -> {
          reply.append('[').append(tool).append(arguments).append(']');
          agent.called(tool, "call_" + ++calls);
        }
      }
    }
    return reply.toString();
  }
}
