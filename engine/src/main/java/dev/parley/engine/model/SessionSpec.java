package dev.parley.engine.model;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.tool.ToolSpec;
import java.util.List;

/**
 * What a model needs to know of a session. Immutable; a running reply keeps the one it began with.
 *
 * @param callId names the call through door, model, tools, logs and traces
 * @param audio the caller's audio as it reaches the model
 * @param instructions persona and constraints
 * @param effort how hard to think
 * @param tools what it may call
 */
public record SessionSpec(
    String callId, AudioFormat audio, String instructions, Effort effort, List<ToolSpec> tools) {

  public SessionSpec {
    tools = List.copyOf(tools);
  }

  /** A session without instructions or tools, at medium effort. */
  public static SessionSpec of(String callId, AudioFormat audio) {
    return new SessionSpec(callId, audio, "", Effort.MEDIUM, List.of());
  }

  public SessionSpec withInstructions(String text) {
    return new SessionSpec(callId, audio, text, effort, tools);
  }

  public SessionSpec withEffort(Effort level) {
    return new SessionSpec(callId, audio, instructions, level, tools);
  }

  public SessionSpec withTools(List<ToolSpec> specs) {
    return new SessionSpec(callId, audio, instructions, effort, specs);
  }

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "SessionSpec[%s, %s, %s, %d tools]".formatted(callId, audio, effort, tools.size());
  }
}
