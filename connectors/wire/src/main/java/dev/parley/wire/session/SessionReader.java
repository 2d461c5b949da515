package dev.parley.wire.session;

import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the session object over a session that is; what is not given stays as it is. */
final class SessionReader {

  static final String LOGPROBS = "item.input_audio_transcription.logprobs";
  static final String RETENTION = "retention_ratio";
  static final String AUTO = "auto";

  private static final int MAX_MODEL = 128;
  private static final int MAX_TRACE = 16 << 10;

  /** The last three are the server's; clients that send a session back are not scolded. */
  private static final List<String> TRANSCRIPTION_FIELDS =
      List.of(Field.TYPE, Field.AUDIO, Field.INCLUDE, Field.ID, Field.OBJECT, Field.EXPIRES_AT);

  private static final List<String> REALTIME_FIELDS =
      with(
          TRANSCRIPTION_FIELDS,
          Field.MODEL,
          Field.INSTRUCTIONS,
          Field.OUTPUT_MODALITIES,
          Field.TOOLS,
          Field.TOOL_CHOICE,
          Field.PARALLEL_TOOL_CALLS,
          Field.REASONING,
          Field.MAX_OUTPUT_TOKENS,
          Field.TRUNCATION,
          Field.TRACING,
          Field.PROMPT);

  private static final List<String> BETA_FIELDS =
      List.of(
          "modalities",
          "voice",
          "input_audio_format",
          "output_audio_format",
          "input_audio_transcription",
          "input_audio_noise_reduction",
          "turn_detection",
          "temperature",
          "max_response_output_tokens");

  private SessionReader() {}

  static SessionKind kind(JsonIn in) {
    return in.none(BETA_FIELDS).choice(Field.TYPE, SessionKind.values());
  }

  static Optional<String> model(JsonIn in) {
    return in.has(Field.MODEL) ? Optional.of(in.line(Field.MODEL, MAX_MODEL)) : Optional.empty();
  }

  static Optional<Voice> voice(JsonIn in) {
    return in.given(Field.AUDIO, in::object)
        .flatMap(audio -> audio.given(Field.OUTPUT, audio::object))
        .flatMap(output -> output.given(Field.VOICE, name -> SettingsReader.voice(output)));
  }

  /** A session in which every valid update is possible. */
  static SessionConfig anySession(SessionKind kind) {
    SessionConfig fresh =
        kind == SessionKind.REALTIME
            ? SessionConfig.realtime("", Instant.EPOCH, "")
            : SessionConfig.transcription("", Instant.EPOCH);
    AudioInput input = fresh.input();
    return fresh.withInput(
        new AudioInput(
            input.format(),
            Optional.of(Transcription.by("any")),
            input.noiseReduction(),
            input.turnDetection()));
  }

  static SessionConfig read(JsonIn in, SessionKind kind, SessionConfig now) {
    boolean realtime = kind == SessionKind.REALTIME;
    in.only(realtime ? REALTIME_FIELDS : TRANSCRIPTION_FIELDS);
    Optional<JsonIn> audio =
        in.has(Field.AUDIO) ? Optional.of(in.object(Field.AUDIO)) : Optional.empty();
    audio.ifPresent(
        object ->
            object.only(realtime ? List.of(Field.INPUT, Field.OUTPUT) : List.of(Field.INPUT)));
    return new SessionConfig(
        now.id(),
        now.expiresAt(),
        kind,
        model(in).orElse(now.model()),
        in.or(Field.INSTRUCTIONS, now.instructions(), name -> SettingsReader.instructions(in)),
        in.or(Field.OUTPUT_MODALITIES, now.outputModality(), name -> SettingsReader.modality(in)),
        audio
            .filter(object -> object.has(Field.INPUT))
            .map(object -> InputReader.read(object.object(Field.INPUT), now.input(), kind))
            .orElse(now.input()),
        audio
            .filter(object -> object.has(Field.OUTPUT))
            .map(object -> output(object.object(Field.OUTPUT), now.output()))
            .orElse(now.output()),
        toolUse(in, now.toolUse()),
        generation(in, now.generation()),
        in.orClear(Field.TRACING, now.tracing(), name -> tracing(in)),
        in.orClear(Field.INCLUDE, Optional.of(now.include()), name -> include(in))
            .orElse(List.of()),
        in.orClear(Field.PROMPT, now.prompt(), name -> SettingsReader.prompt(in)));
  }

  private static AudioOutput output(JsonIn in, AudioOutput now) {
    in.only(List.of(Field.FORMAT, Field.VOICE, Field.SPEED));
    return new AudioOutput(
        in.or(Field.FORMAT, now.format(), name -> SettingsReader.format(in)),
        in.or(Field.VOICE, now.voice(), name -> SettingsReader.voice(in)),
        in.or(Field.SPEED, now.speed(), name -> in.number(name, 0.25, 1.5)));
  }

  private static ToolUse toolUse(JsonIn in, ToolUse now) {
    return new ToolUse(
        in.or(Field.TOOLS, now.tools(), name -> ToolReader.tools(in)),
        in.or(Field.TOOL_CHOICE, now.choice(), name -> ToolReader.choice(in)),
        in.or(Field.PARALLEL_TOOL_CALLS, now.parallel(), in::bool));
  }

  private static Generation generation(JsonIn in, Generation now) {
    return new Generation(
        in.or(
            Field.MAX_OUTPUT_TOKENS, now.maxOutputTokens(), name -> SettingsReader.tokenLimit(in)),
        in.or(Field.REASONING, now.effort(), name -> Optional.of(SettingsReader.effort(in))),
        in.or(Field.TRUNCATION, now.truncation(), name -> truncation(in)));
  }

  private static Truncation truncation(JsonIn in) {
    if (in.isText(Field.TRUNCATION)) {
      return in.choice(Field.TRUNCATION, Truncation.Mode.values());
    }
    JsonIn ratio =
        in.object(Field.TRUNCATION)
            .only(List.of(Field.TYPE, Field.RETENTION_RATIO, Field.TOKEN_LIMITS));
    String type = ratio.text(Field.TYPE);
    if (!type.equals(RETENTION)) {
      throw new WireException(
          WireError.unsupportedValue(ratio.path(Field.TYPE), type, List.of(RETENTION)));
    }
    OptionalInt limit =
        ratio
            .given(Field.TOKEN_LIMITS, ratio::object)
            .map(limits -> limits.only(List.of(Field.POST_INSTRUCTIONS)))
            .flatMap(
                limits ->
                    limits.given(Field.POST_INSTRUCTIONS, name -> limits.integer(name, 0, 1 << 30)))
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty);
    return new Truncation.RetentionRatio(ratio.number(Field.RETENTION_RATIO, 0, 1), limit);
  }

  private static Tracing tracing(JsonIn in) {
    if (in.isText(Field.TRACING)) {
      String word = in.text(Field.TRACING);
      if (!word.equals(AUTO)) {
        throw new WireException(
            WireError.unsupportedValue(in.path(Field.TRACING), word, List.of(AUTO)));
      }
      return new Tracing.Auto();
    }
    JsonIn named =
        in.object(Field.TRACING).only(List.of(Field.WORKFLOW_NAME, Field.GROUP_ID, Field.METADATA));
    return new Tracing.Named(
        named.given(Field.WORKFLOW_NAME, name -> named.line(name, MAX_TRACE)),
        named.given(Field.GROUP_ID, name -> named.line(name, MAX_TRACE)),
        named.given(Field.METADATA, name -> named.raw(name, MAX_TRACE)));
  }

  private static List<String> include(JsonIn in) {
    List<String> included = in.texts(Field.INCLUDE, /* most= */ 16);
    for (int i = 0; i < included.size(); i++) {
      if (!included.get(i).equals(LOGPROBS)) {
        throw new WireException(
            WireError.unsupportedValue(
                in.path(Field.INCLUDE) + "[" + i + "]", included.get(i), List.of(LOGPROBS)));
      }
    }
    return included;
  }

  private static List<String> with(List<String> some, String... others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(others));
    return List.copyOf(all);
  }
}
