package dev.parley.recorder.format;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.engine.turn.TurnPolicy;
import java.util.List;

/**
 * What a session works by, without those who do the work.
 *
 * @param policy how turns are taken
 * @param brief what the model is told
 * @param tools what the session carries out itself
 * @param givesWay a client that brings a tool is offered none of these
 */
public record SettingsInfo(TurnPolicy policy, Brief brief, List<ToolSpec> tools, boolean givesWay) {

  public SettingsInfo {
    tools = List.copyOf(tools);
  }

  public static SettingsInfo of(SessionSettings settings) {
    return new SettingsInfo(
        settings.policy(), settings.brief(), settings.tools().specs(), settings.tools().givesWay());
  }

  public SettingsInfo withPolicy(TurnPolicy other) {
    return new SettingsInfo(other, brief, tools, givesWay);
  }

  Fields write(Texts texts) {
    return Fields.of("policy", PolicyCodec.write(policy))
        .put("brief", BriefCodec.write(brief, texts))
        .put("tools", BriefCodec.tools(tools, texts))
        .put("gives_way", givesWay);
  }

  static SettingsInfo read(Fields from) {
    return new SettingsInfo(
        PolicyCodec.read(from.object("policy")),
        BriefCodec.read(from.object("brief")),
        BriefCodec.tools(from.objects("tools")),
        from.flag("gives_way"));
  }
}
