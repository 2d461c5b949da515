package dev.parley.engine.conversation;

import dev.parley.engine.tool.ToolSpec;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a model is told about its part in a conversation. Immutable; may be replaced in mid-call,
 * and a running reply keeps the one it began with.
 *
 * @param instructions persona and constraints
 * @param effort how hard to think
 * @param tools what it may call
 * @param choice whether it may
 * @param output what replies are made of
 * @param mostTokens how long a reply may be; a token of speech lasts 50 ms
 * @param voice by its name; empty for the model's own
 * @param transcription whether and how the caller's words are wanted in writing
 */
public record Brief(
    String instructions,
    Effort effort,
    List<ToolSpec> tools,
    ToolChoice choice,
    Output output,
    OptionalInt mostTokens,
    String voice,
    Optional<Transcription> transcription) {

  private static final Brief DEFAULTS =
      new Brief(
          /* instructions= */ "",
          Effort.MEDIUM,
          List.of(),
          new ToolChoice.Auto(),
          Output.SPEECH,
          OptionalInt.empty(),
          /* voice= */ "",
          Optional.empty());

  public Brief {
    tools = List.copyOf(tools);
    if (mostTokens.isPresent() && mostTokens.getAsInt() < 1) {
      throw new IllegalArgumentException("mostTokens must be 1 or more, got " + mostTokens);
    }
  }

  /** Speaks at medium effort, without instructions or tools, for as long as it likes. */
  public static Brief defaults() {
    return DEFAULTS;
  }

  public Brief withInstructions(String text) {
    return new Brief(text, effort, tools, choice, output, mostTokens, voice, transcription);
  }

  public Brief withEffort(Effort level) {
    return new Brief(instructions, level, tools, choice, output, mostTokens, voice, transcription);
  }

  public Brief withTools(List<ToolSpec> specs) {
    return new Brief(instructions, effort, specs, choice, output, mostTokens, voice, transcription);
  }

  public Brief withChoice(ToolChoice other) {
    return new Brief(instructions, effort, tools, other, output, mostTokens, voice, transcription);
  }

  public Brief withOutput(Output other) {
    return new Brief(instructions, effort, tools, choice, other, mostTokens, voice, transcription);
  }

  public Brief withMostTokens(OptionalInt tokens) {
    return new Brief(instructions, effort, tools, choice, output, tokens, voice, transcription);
  }

  public Brief withVoice(String name) {
    return new Brief(instructions, effort, tools, choice, output, mostTokens, name, transcription);
  }

  public Brief withTranscription(Optional<Transcription> wish) {
    return new Brief(instructions, effort, tools, choice, output, mostTokens, voice, wish);
  }

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "Brief[%s, %d tools, %s]".formatted(effort, tools.size(), output);
  }
}
