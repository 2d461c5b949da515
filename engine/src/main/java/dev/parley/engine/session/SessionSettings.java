package dev.parley.engine.session;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.turn.TurnPolicy;

/**
 * What a session works by.
 *
 * @param policy how turns are taken
 * @param tools what the model may call
 * @param instructions persona and constraints, for the model
 * @param effort how hard the model shall think
 * @param telemetry who is told what happens
 */
public record SessionSettings(
    TurnPolicy policy, ToolBox tools, String instructions, Effort effort, Telemetry telemetry) {

  public static SessionSettings defaults() {
    return new SessionSettings(
        TurnPolicy.defaults(), ToolBox.empty(), "", Effort.MEDIUM, Telemetry.none());
  }

  public SessionSettings withPolicy(TurnPolicy other) {
    return new SessionSettings(other, tools, instructions, effort, telemetry);
  }

  public SessionSettings withTools(ToolBox other) {
    return new SessionSettings(policy, other, instructions, effort, telemetry);
  }

  public SessionSettings withInstructions(String text) {
    return new SessionSettings(policy, tools, text, effort, telemetry);
  }

  public SessionSettings withEffort(Effort level) {
    return new SessionSettings(policy, tools, instructions, level, telemetry);
  }

  public SessionSettings withTelemetry(Telemetry listener) {
    return new SessionSettings(policy, tools, instructions, effort, listener);
  }

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "SessionSettings[%s, %d tools, %s]".formatted(policy, tools.specs().size(), effort);
  }
}
