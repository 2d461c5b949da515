package dev.parley.recorder.format;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;

/** Facts about the caller as fields, and back. All positions of a fact share one rate. */
final class SignalCodec {

  private static final long MOST_SAMPLES = 7L * 24 * 3600 * 48_000;

  private SignalCodec() {}

  static Fields write(Signal fact, Texts texts) {
    return switch (fact) {
      case Signal.SpeechStarted s ->
          at("speech_started", s.at()).put("detected", s.detected().sample());
      case Signal.SpeechStopped s ->
          at("speech_stopped", s.at()).put("detected", s.detected().sample());
      case Signal.TurnEnded t ->
          at("turn_ended", t.at())
              .put("start", t.speechStart().sample())
              .put("end", t.speechEnd().sample());
      case Signal.Dtmf d -> at("dtmf", d.at()).put("key", String.valueOf(d.key()));
      case Signal.CallerDone d -> at("caller_done", d.at());
      case Signal.Words w -> {
        Fields words = at("words", w.at()).put("complete", w.complete());
        yield w.complete() ? words.put("text", texts.of(w.text())) : texts.piece(words, w.text());
      }
      case Signal.Unfinished u -> at("unfinished", u.at());
      case Signal.Failure f ->
          Fields.of("type", "failure").put("where", f.where()).put("what", texts.of(f.what()));
    };
  }

  /** The fact of this type. */
  static Signal read(String type, Fields from) {
    return switch (type) {
      case "speech_started" -> new Signal.SpeechStarted(at(from, "at"), at(from, "detected"));
      case "speech_stopped" -> new Signal.SpeechStopped(at(from, "at"), at(from, "detected"));
      case "turn_ended" -> new Signal.TurnEnded(at(from, "start"), at(from, "end"), at(from, "at"));
      case "dtmf" -> {
        String key = from.text("key");
        if (key.length() != 1) {
          throw new IllegalArgumentException("\"key\" must be one telephone key");
        }
        yield new Signal.Dtmf(key.charAt(0), at(from, "at"));
      }
      case "caller_done" -> new Signal.CallerDone(at(from, "at"));
      case "words" ->
          new Signal.Words(
              from.maybe("text", from::text).orElse(""), at(from, "at"), from.flag("complete"));
      case "unfinished" -> new Signal.Unfinished(at(from, "at"));
      case "failure" -> new Signal.Failure(from.text("where"), from.text("what"));
      default ->
          throw new IllegalArgumentException("there is no frame \"" + Fields.shown(type) + "\"");
    };
  }

  static Fields at(String type, Position at) {
    return Fields.of("type", type).put("at", at.sample()).put("rate", at.rate());
  }

  /** A place by the name of its sample; its rate is the fields' rate. */
  static Position at(Fields from, String name) {
    long sample = from.number(name);
    if (sample > MOST_SAMPLES) {
      throw new IllegalArgumentException(
          "\"%s\" must lie within a week of audio, got %d".formatted(name, sample));
    }
    return new Position(sample, from.small("rate"));
  }
}
