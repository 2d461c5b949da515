package dev.parley.wire.session;

import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import java.util.List;
import java.util.Optional;

/** Reads {@code session.audio.input}; what is not given stays as it is. */
final class InputReader {

  private static final int MAX_WORD = 128;
  private static final int MAX_WORDS = 1_000;
  private static final int MAX_PROMPT = 16 << 10;
  private static final List<String> FIELDS =
      List.of(Field.FORMAT, Field.TRANSCRIPTION, Field.NOISE_REDUCTION, Field.TURN_DETECTION);
  private static final List<String> TRANSCRIPTION_FIELDS =
      List.of(
          Field.MODEL, Field.LANGUAGE, Field.PROMPT, Field.DELAY, Field.KEYWORDS, Field.LANGUAGES);
  private static final List<String> NOISE_FIELDS = List.of(Field.TYPE, Field.STRENGTH);

  private InputReader() {}

  static AudioInput read(JsonIn in, AudioInput now, SessionKind kind) {
    in.only(FIELDS);
    Optional<Transcription> transcription =
        in.orClear(
            Field.TRANSCRIPTION,
            now.transcription(),
            name -> transcription(in.object(name), now.transcription()));
    AudioInput next =
        new AudioInput(
            in.or(Field.FORMAT, now.format(), name -> SettingsReader.format(in)),
            transcription,
            in.orClear(
                Field.NOISE_REDUCTION,
                now.noiseReduction(),
                name -> noise(in.object(name), now.noiseReduction())),
            in.orClear(
                Field.TURN_DETECTION,
                now.turnDetection(),
                name -> TurnDetectionReader.read(in.object(name), now.turnDetection())));
    boolean withoutTurns =
        kind == SessionKind.TRANSCRIPTION
            && transcription.map(Transcription::withoutTurnDetection).orElse(false);
    return withoutTurns ? withoutTurns(in, next) : next;
  }

  private static AudioInput withoutTurns(JsonIn in, AudioInput next) {
    if (in.has(Field.TURN_DETECTION) && !in.isNull(Field.TURN_DETECTION)) {
      throw in.refuse(
          Field.TURN_DETECTION,
          "Invalid '%s': this transcription model takes no turn detection. Set it to null and"
              + " commit each turn.");
    }
    return new AudioInput(
        next.format(), next.transcription(), next.noiseReduction(), Optional.empty());
  }

  private static Transcription transcription(JsonIn in, Optional<Transcription> now) {
    in.only(TRANSCRIPTION_FIELDS);
    Transcription base = now.orElseGet(() -> Transcription.by(in.line(Field.MODEL, MAX_WORD)));
    return new Transcription(
        in.or(Field.MODEL, base.model(), name -> in.line(name, MAX_WORD)),
        in.orClear(Field.LANGUAGE, base.language(), name -> in.line(name, MAX_WORD)),
        in.orClear(Field.PROMPT, base.prompt(), name -> in.text(name, MAX_PROMPT)),
        in.orClear(Field.DELAY, base.delay(), name -> in.choice(name, Delay.values())),
        in.orClear(Field.KEYWORDS, Optional.of(base.keywords()), name -> in.texts(name, MAX_WORDS))
            .orElse(List.of()),
        in.orClear(
                Field.LANGUAGES, Optional.of(base.languages()), name -> in.texts(name, MAX_WORDS))
            .orElse(List.of()));
  }

  private static NoiseReduction noise(JsonIn in, Optional<NoiseReduction> now) {
    in.only(NOISE_FIELDS);
    return new NoiseReduction(
        in.choice(Field.TYPE, NoiseReduction.Distance.values()),
        in.or(
            Field.STRENGTH,
            now.map(NoiseReduction::strength).orElse(1.0),
            name -> in.number(name, /* min= */ 0, /* max= */ 1)));
  }
}
