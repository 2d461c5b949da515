package dev.parley.wire.response;

import dev.parley.wire.item.InputItem;
import dev.parley.wire.item.ItemReader;
import dev.parley.wire.json.Choice;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import dev.parley.wire.session.SettingsReader;
import dev.parley.wire.session.ToolReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what a client wants of one response. */
public final class ResponseReader {

  private static final int MAX_INPUT = 2_000;
  private static final int MAX_PAIRS = 16;
  private static final int MAX_KEY = 64;
  private static final int MAX_VALUE = 512;
  private static final List<String> FIELDS =
      List.of(
          Field.INSTRUCTIONS,
          Field.TOOLS,
          Field.TOOL_CHOICE,
          Field.OUTPUT_MODALITIES,
          Field.AUDIO,
          Field.MAX_OUTPUT_TOKENS,
          Field.METADATA,
          Field.CONVERSATION,
          Field.INPUT,
          Field.REASONING,
          Field.PARALLEL_TOOL_CALLS,
          Field.PROMPT);
  private static final List<String> BETA_FIELDS =
      List.of(
          "modalities",
          "voice",
          "output_audio_format",
          "temperature",
          "max_response_output_tokens");

  private enum Conversation implements Choice {
    AUTO,
    NONE;

    @Override
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private ResponseReader() {}

  public static ResponseParams read(JsonIn in) {
    in.none(BETA_FIELDS).only(FIELDS);
    Optional<JsonIn> output = output(in);
    return new ResponseParams(
        in.given(Field.INSTRUCTIONS, name -> SettingsReader.instructions(in)),
        in.given(Field.TOOLS, name -> ToolReader.tools(in)),
        in.given(Field.TOOL_CHOICE, name -> ToolReader.choice(in)),
        in.given(Field.OUTPUT_MODALITIES, name -> SettingsReader.modality(in)),
        output.flatMap(audio -> audio.given(Field.FORMAT, name -> SettingsReader.format(audio))),
        output.flatMap(audio -> audio.given(Field.VOICE, name -> SettingsReader.voice(audio))),
        in.given(Field.MAX_OUTPUT_TOKENS, name -> SettingsReader.tokenLimit(in)),
        in.given(Field.REASONING, name -> SettingsReader.effort(in)),
        in.given(Field.PARALLEL_TOOL_CALLS, in::bool),
        in.given(Field.PROMPT, name -> SettingsReader.prompt(in)),
        in.given(Field.CONVERSATION, name -> in.choice(name, Conversation.values()))
            .filter(where -> where == Conversation.NONE)
            .isPresent(),
        in.given(Field.INPUT, name -> input(in)),
        in.given(Field.METADATA, name -> metadata(in)).orElse(Map.of()));
  }

  private static Optional<JsonIn> output(JsonIn in) {
    return in.given(Field.AUDIO, in::object)
        .map(audio -> audio.only(List.of(Field.OUTPUT)))
        .flatMap(audio -> audio.given(Field.OUTPUT, audio::object))
        .map(output -> output.only(List.of(Field.FORMAT, Field.VOICE)));
  }

  private static List<InputItem> input(JsonIn in) {
    return in.objects(Field.INPUT, MAX_INPUT).stream().map(ItemReader::input).toList();
  }

  private static Map<String, String> metadata(JsonIn in) {
    JsonIn pairs = in.object(Field.METADATA);
    if (pairs.names().size() > MAX_PAIRS) {
      throw in.refuse(Field.METADATA, "Invalid '%s': at most 16 pairs are allowed.");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String key : pairs.names()) {
      if (key.length() > MAX_KEY) {
        throw in.refuse(Field.METADATA, "Invalid '%s': a key has at most 64 characters.");
      }
      String value = pairs.text(key);
      if (value.length() > MAX_VALUE) {
        throw pairs.refuse(key, "Invalid '%s': a value has at most 512 characters.");
      }
      metadata.put(key, value);
    }
    return Collections.unmodifiableMap(metadata);
  }
}
