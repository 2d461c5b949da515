package dev.parley.engine.session;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.telemetry.Telemetry;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.turn.TurnPolicy;

/**
 * What a session works by.
 *
 * @param policy how turns are taken
 * @param tools what the model may call and the session carries out; where the client brings a tool
 *     of the same name, that one is called
 * @param brief what the model is told; the tools of {@code tools} are added to it
 * @param telemetry who is told what happens
 */
public record SessionSettings(TurnPolicy policy, ToolBox tools, Brief brief, Telemetry telemetry) {
  public static SessionSettings defaults() {
    return new SessionSettings(
        TurnPolicy.defaults(), ToolBox.empty(), Brief.defaults(), Telemetry.none());
  }

  public SessionSettings withPolicy(TurnPolicy other) {
    return new SessionSettings(other, tools, brief, telemetry);
  }

  public SessionSettings withTools(ToolBox other) {
    return new SessionSettings(policy, other, brief, telemetry);
  }

  public SessionSettings withBrief(Brief other) {
    return new SessionSettings(policy, tools, other, telemetry);
  }

  public SessionSettings withTelemetry(Telemetry listener) {
    return new SessionSettings(policy, tools, brief, listener);
  }

  /** What the model is told: the brief, and the session's own tools. */
  public Brief briefWithTools() {
    return Tools.added(tools, brief);
  }
}
