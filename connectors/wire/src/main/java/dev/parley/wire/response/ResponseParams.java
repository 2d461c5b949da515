package dev.parley.wire.response;

import dev.parley.wire.audio.AudioFormatSpec;
import dev.parley.wire.item.InputItem;
import dev.parley.wire.session.Effort;
import dev.parley.wire.session.Modality;
import dev.parley.wire.session.Prompt;
import dev.parley.wire.session.TokenLimit;
import dev.parley.wire.session.Tool;
import dev.parley.wire.session.ToolChoice;
import dev.parley.wire.session.Voice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a client wants of one response; where it says nothing, the session decides.
 *
 * @param outOfBand the response neither reads nor writes the conversation, unless {@code input}
 *     refers to it
 * @param input what to answer instead of the conversation; an empty list is an empty context
 * @param metadata given back with the response
 */
public record ResponseParams(
    Optional<String> instructions,
    Optional<List<Tool>> tools,
    Optional<ToolChoice> toolChoice,
    Optional<Modality> outputModality,
    Optional<AudioFormatSpec> outputFormat,
    Optional<Voice> voice,
    Optional<TokenLimit> maxOutputTokens,
    Optional<Effort> effort,
    Optional<Boolean> parallelToolCalls,
    Optional<Prompt> prompt,
    boolean outOfBand,
    Optional<List<InputItem>> input,
    Map<String, String> metadata) {

  private static final ResponseParams NONE =
      new ResponseParams(
          /* instructions= */ Optional.empty(),
          /* tools= */ Optional.empty(),
          /* toolChoice= */ Optional.empty(),
          /* outputModality= */ Optional.empty(),
          /* outputFormat= */ Optional.empty(),
          /* voice= */ Optional.empty(),
          /* maxOutputTokens= */ Optional.empty(),
          /* effort= */ Optional.empty(),
          /* parallelToolCalls= */ Optional.empty(),
          /* prompt= */ Optional.empty(),
          /* outOfBand= */ false,
          /* input= */ Optional.empty(),
          /* metadata= */ Map.of());

  /** All as the session has it. */
  public static ResponseParams none() {
    return NONE;
  }

  @Override
  public String toString() {
    return "ResponseParams[outOfBand=%s, input=%s, tools=%s]"
        .formatted(outOfBand, input.map(List::size), tools.map(List::size));
  }
}
