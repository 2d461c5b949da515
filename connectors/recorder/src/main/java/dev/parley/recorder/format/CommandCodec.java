package dev.parley.recorder.format;

import dev.parley.engine.model.Command;

/** What a model is told, as fields. Nobody reads more of it than its type and its reply. */
public final class CommandCodec {

  private CommandCodec() {}

  public static Fields write(Command command, Texts texts) {
    return switch (command) {
      case Command.Reply reply ->
          FrameCodec.of("reply", reply.epoch()).put("spec", ItemCodec.write(reply.spec(), texts));
      case Command.Say say -> FrameCodec.of("say", say.epoch()).put("text", texts.of(say.text()));
      case Command.Cancel cancel -> FrameCodec.of("cancel", cancel.epoch());
      case Command.Truncate(var heard) ->
          FrameCodec.part("truncate", heard.epoch(), heard.part())
              .put("at", heard.until().sample())
              .put("rate", heard.until().rate())
              .put("basis", heard.basis().name());
      case Command.Commit commit -> SignalCodec.at("commit", commit.until());
      case Command.Clear clear -> SignalCodec.at("clear", clear.until());
      case Command.AddItem add ->
          Fields.of("type", "add_item")
              .put("item", ItemCodec.write(add.item(), texts))
              .put("place", ItemCodec.write(add.place()));
      case Command.RemoveItem remove ->
          Fields.of("type", "remove_item").put("item", remove.itemId());
      case Command.ToolResult result ->
          Fields.of("type", "tool_result")
              .put("call", result.callId())
              .put("output", texts.of(result.output()));
      case Command.Configure configure ->
          Fields.of("type", "configure").put("brief", BriefCodec.write(configure.brief(), texts));
    };
  }
}
