package dev.parley.recorder.format;

import dev.parley.audio.tempo.TempoSettings;
import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.VadSettings;
import dev.parley.audio.vad.VadTuning;
import java.time.Duration;
import java.util.Optional;

/** Settings of the rooms that may change in mid-call, as fields and back. */
final class TuningCodec {

  private TuningCodec() {}

  /** Settings of a room that nobody here knows keep their name only. */
  static Fields write(Object settings) {
    return switch (settings) {
      case VadSettings vad ->
          Fields.of("kind", "vad")
              .put("bias", vad.bias())
              .put("rise", vad.rise())
              .put("leak", vad.leak())
              .put("evidence", vad.evidence())
              .put("release", vad.release())
              .put("min_speech_ns", vad.minSpeech().toNanos())
              .put("min_silence_ns", vad.minSilence().toNanos())
              .put("prefix_padding_ns", vad.prefixPadding().toNanos());
      case VadTuning.Off off -> Fields.of("kind", "vad_off");
      case TurnSettings turn ->
          Fields.of("kind", "turn")
              .put("min_wait_ns", turn.minWait().toNanos())
              .put("max_wait_ns", turn.maxWait().toNanos())
              .put("max_turn_ns", turn.maxTurn().toNanos());
      case TurnTuning.Off off -> Fields.of("kind", "turn_off");
      case TempoSettings tempo -> Fields.of("kind", "tempo").put("speed", tempo.speed());
      default -> Fields.of("kind", settings.getClass().getSimpleName());
    };
  }

  /** The settings; empty if they are of a room that nobody here knows. */
  static Optional<Object> read(Fields from) {
    return switch (from.text("kind")) {
      case "vad" ->
          Optional.of(
              new VadSettings(
                  from.real("bias"),
                  from.real("rise"),
                  from.real("leak"),
                  from.real("evidence"),
                  from.real("release"),
                  span(from, "min_speech_ns"),
                  span(from, "min_silence_ns"),
                  span(from, "prefix_padding_ns")));
      case "vad_off" -> Optional.of(VadTuning.off());
      case "turn" ->
          Optional.of(
              new TurnSettings(
                  span(from, "min_wait_ns"), span(from, "max_wait_ns"), span(from, "max_turn_ns")));
      case "turn_off" -> Optional.of(TurnTuning.off());
      case "tempo" -> Optional.of(new TempoSettings(from.real("speed")));
      default -> Optional.empty();
    };
  }

  static VadTuning vad(Fields from) {
    return of(VadTuning.class, from, "a detector's settings");
  }

  static TurnTuning turns(Fields from) {
    return of(TurnTuning.class, from, "a turn detector's settings");
  }

  static TempoSettings tempo(Fields from) {
    return of(TempoSettings.class, from, "a tempo's settings");
  }

  static Duration span(Fields from, String name) {
    return Duration.ofNanos(from.number(name));
  }

  private static <T> T of(Class<T> kind, Fields from, String called) {
    return read(from)
        .filter(kind::isInstance)
        .map(kind::cast)
        .orElseThrow(() -> new IllegalArgumentException("these are not " + called));
  }
}
