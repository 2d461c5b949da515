package dev.parley.server.realtime;

import dev.parley.engine.conversation.Brief;
import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.session.Modality;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.TokenLimit;
import dev.parley.wire.session.Tool;
import dev.parley.wire.session.Voice;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What holds for one response: the session's settings when it was asked for, and what the client
 * wanted otherwise. Never changes while the response runs.
 */
record Terms(
    Modality modality,
    AudioFormatSpec format,
    Voice voice,
    TokenLimit mostTokens,
    Map<String, String> metadata,
    String instructions,
    Set<String> clientTools) {

  static Terms of(SessionConfig config, ResponseParams params) {
    return new Terms(
        params.outputModality().orElse(config.outputModality()),
        params.outputFormat().orElse(config.output().format()),
        params.voice().orElse(config.output().voice()),
        params.maxOutputTokens().orElse(config.generation().maxOutputTokens()),
        params.metadata(),
        params.instructions().orElse(config.instructions()),
        params.tools().orElse(config.toolUse().tools()).stream()
            .map(Tool::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What the model is told for this response. */
  static Brief brief(SessionConfig config, ResponseParams params) {
    Terms terms = of(config, params);
    Brief session = Briefing.of(config);
    return session
        .withInstructions(terms.instructions)
        .withTools(params.tools().map(Briefing::tools).orElse(session.tools()))
        .withChoice(params.toolChoice().map(Briefing::choice).orElse(session.choice()))
        .withEffort(params.effort().map(Briefing::effort).orElse(session.effort()))
        .withOutput(Briefing.output(terms.modality))
        .withMostTokens(terms.mostTokens.most())
        .withVoice(terms.voice.name());
  }

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "Terms[%s, %s, %s]".formatted(modality, format, voice.name());
  }
}
