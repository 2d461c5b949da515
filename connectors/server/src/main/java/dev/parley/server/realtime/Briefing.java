package dev.parley.server.realtime;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.conversation.Output;
import dev.parley.engine.conversation.ToolChoice;
import dev.parley.engine.conversation.Transcription;
import dev.parley.engine.tool.ToolSpec;
import dev.parley.wire.session.AudioInput;
import dev.parley.wire.session.Delay;
import dev.parley.wire.session.Generation;
import dev.parley.wire.session.Modality;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionKind;
import dev.parley.wire.session.Tool;
import dev.parley.wire.session.ToolUse;
import java.util.List;

/** What a session's settings mean for its model. */
final class Briefing {

  private Briefing() {}

  static Brief of(SessionConfig config) {
    return new Brief(
        config.instructions(),
        effort(config),
        tools(config.toolUse().tools()),
        choice(config.toolUse()),
        output(config.outputModality()),
        config.generation().maxOutputTokens().most(),
        config.output().voice().name(),
        config.input().transcription().map(wish -> transcription(wish, config.input())));
  }

  /** A transcription thinks as long as its delay allows; it has no effort of its own. */
  private static Effort effort(SessionConfig config) {
    return config.kind() == SessionKind.TRANSCRIPTION
        ? config
            .input()
            .transcription()
            .flatMap(dev.parley.wire.session.Transcription::delay)
            .map(Briefing::thorough)
            .orElseGet(() -> effort(config.generation()))
        : effort(config.generation());
  }

  private static Effort thorough(Delay delay) {
    return switch (delay) {
      case MINIMAL -> Effort.MINIMAL;
      case LOW -> Effort.LOW;
      case MEDIUM -> Effort.MEDIUM;
      case HIGH -> Effort.HIGH;
      case XHIGH -> Effort.XHIGH;
    };
  }

  static Effort effort(Generation generation) {
    return generation.effort().map(Briefing::effort).orElse(Effort.LOW);
  }

  static Effort effort(dev.parley.wire.session.Effort effort) {
    return switch (effort) {
      case MINIMAL -> Effort.MINIMAL;
      case LOW -> Effort.LOW;
      case MEDIUM -> Effort.MEDIUM;
      case HIGH -> Effort.HIGH;
      case XHIGH -> Effort.XHIGH;
    };
  }

  static List<ToolSpec> tools(List<Tool> tools) {
    return tools.stream()
        .map(tool -> new ToolSpec(tool.name(), tool.description(), tool.parameters().text()))
        .toList();
  }

  static ToolChoice choice(ToolUse use) {
    return choice(use.choice());
  }

  static ToolChoice choice(dev.parley.wire.session.ToolChoice choice) {
    return switch (choice) {
      case dev.parley.wire.session.ToolChoice.Mode.AUTO -> new ToolChoice.Auto();
      case dev.parley.wire.session.ToolChoice.Mode.NONE -> new ToolChoice.None();
      case dev.parley.wire.session.ToolChoice.Mode.REQUIRED -> new ToolChoice.Required();
      case dev.parley.wire.session.ToolChoice.Function(String name) -> new ToolChoice.Named(name);
    };
  }

  static Output output(Modality modality) {
    return switch (modality) {
      case AUDIO -> Output.SPEECH;
      case TEXT -> Output.TEXT;
    };
  }

  private static Transcription transcription(
      dev.parley.wire.session.Transcription wish, AudioInput input) {
    return new Transcription(
        wish.language(),
        wish.prompt(),
        wish.delay().map(Briefing::patience),
        /* withoutTurns= */ input.turnDetection().isEmpty());
  }

  private static Transcription.Delay patience(Delay delay) {
    return switch (delay) {
      case MINIMAL -> Transcription.Delay.MINIMAL;
      case LOW -> Transcription.Delay.LOW;
      case MEDIUM -> Transcription.Delay.MEDIUM;
      case HIGH -> Transcription.Delay.HIGH;
      case XHIGH -> Transcription.Delay.XHIGH;
    };
  }
}
