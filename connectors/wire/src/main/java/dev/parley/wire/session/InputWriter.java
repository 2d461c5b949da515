package dev.parley.wire.session;

import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonOut;

/** Writes {@code audio.input}; what is off is null. */
final class InputWriter {

  private InputWriter() {}

  static void write(JsonOut out, AudioInput input) {
    SettingsWriter.format(out, input.format());
    out.objectOrNull(
        Field.TRANSCRIPTION, input.transcription(), value -> transcription(out, value));
    out.objectOrNull(
        Field.NOISE_REDUCTION,
        input.noiseReduction(),
        noise -> {
          out.text(Field.TYPE, noise.distance());
          out.number(Field.STRENGTH, noise.strength());
        });
    out.objectOrNull(Field.TURN_DETECTION, input.turnDetection(), value -> turns(out, value));
  }

  private static void transcription(JsonOut out, Transcription transcription) {
    out.text(Field.MODEL, transcription.model());
    out.textOrNull(Field.LANGUAGE, transcription.language());
    out.textIfAny(Field.PROMPT, transcription.prompt());
    transcription.delay().ifPresent(delay -> out.text(Field.DELAY, delay));
    if (!transcription.keywords().isEmpty()) {
      out.texts(Field.KEYWORDS, transcription.keywords());
    }
    if (!transcription.languages().isEmpty()) {
      out.texts(Field.LANGUAGES, transcription.languages());
    }
  }

  /** Clients take a missing {@code interrupt_response} for false, and then interrupt themselves. */
  private static void turns(JsonOut out, TurnDetection turns) {
    switch (turns) {
      case TurnDetection.ServerVad vad -> {
        out.text(Field.TYPE, TurnDetectionReader.SERVER_VAD);
        out.number(Field.THRESHOLD, vad.threshold());
        out.number(Field.PREFIX_PADDING_MS, vad.prefixPaddingMs());
        out.number(Field.SILENCE_DURATION_MS, vad.silenceDurationMs());
        out.numberOrNull(Field.IDLE_TIMEOUT_MS, vad.idleTimeoutMs());
      }
      case TurnDetection.SemanticVad vad -> {
        out.text(Field.TYPE, TurnDetectionReader.SEMANTIC_VAD);
        out.text(Field.EAGERNESS, vad.eagerness());
      }
    }
    out.bool(Field.CREATE_RESPONSE, turns.createResponse());
    out.bool(Field.INTERRUPT_RESPONSE, turns.interruptResponse());
  }
}
