package dev.parley.recorder.format;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.tool.ToolSpec;
import java.util.List;
import java.util.OptionalInt;

/** What a model is told about its part, as fields and back. */
final class BriefCodec {

  private BriefCodec() {}

  static Fields write(Brief brief, Texts texts) {
    Fields fields =
        Fields.of("instructions", texts.of(brief.instructions()))
            .put("effort", brief.effort().name())
            .put("tools", tools(brief.tools(), texts))
            .put("choice", choice(brief.choice()))
            .put("output", brief.output().name())
            .put("voice", brief.voice());
    brief.mostTokens().ifPresent(most -> fields.put("most_tokens", most));
    return fields.put(
        "transcription", brief.transcription().map(wish -> transcription(wish, texts)));
  }

  static Brief read(Fields from) {
    return new Brief(
        from.text("instructions"),
        from.one(Effort.class, "effort"),
        tools(from.objects("tools")),
        choice(from.object("choice")),
        from.one(Output.class, "output"),
        from.has("most_tokens") ? OptionalInt.of(from.small("most_tokens")) : OptionalInt.empty(),
        from.text("voice"),
        from.maybe("transcription", from::object).map(BriefCodec::transcription));
  }

  static List<Fields> tools(List<ToolSpec> tools, Texts texts) {
    return tools.stream()
        .map(
            tool ->
                Fields.of("name", tool.name())
                    .put("description", texts.of(tool.description()))
                    .put("parameters", texts.of(tool.parameters())))
        .toList();
  }

  static List<ToolSpec> tools(List<Fields> from) {
    return from.stream()
        .map(
            tool ->
                new ToolSpec(tool.text("name"), tool.text("description"), tool.text("parameters")))
        .toList();
  }

  private static Fields choice(ToolChoice choice) {
    return switch (choice) {
      case ToolChoice.Auto auto -> Fields.of("type", "auto");
      case ToolChoice.None none -> Fields.of("type", "none");
      case ToolChoice.Required required -> Fields.of("type", "required");
      case ToolChoice.Named named -> Fields.of("type", "named").put("tool", named.tool());
    };
  }

  private static ToolChoice choice(Fields from) {
    String type = from.text("type");
    return switch (type) {
      case "auto" -> new ToolChoice.Auto();
      case "none" -> new ToolChoice.None();
      case "required" -> new ToolChoice.Required();
      case "named" -> new ToolChoice.Named(from.text("tool"));
      default ->
          throw new IllegalArgumentException(
              "there is no choice of tools \"" + Fields.shown(type) + "\"");
    };
  }

  private static Fields transcription(Transcription wish, Texts texts) {
    return new Fields()
        .put("language", wish.language())
        .put("prompt", wish.prompt().map(texts::of))
        .put("delay", wish.delay().map(Enum::name))
        .put("without_turns", wish.withoutTurns());
  }

  private static Transcription transcription(Fields from) {
    return new Transcription(
        from.maybe("language", from::text),
        from.maybe("prompt", from::text),
        from.maybe("delay", name -> from.one(Transcription.Delay.class, name)),
        from.flag("without_turns"));
  }
}
