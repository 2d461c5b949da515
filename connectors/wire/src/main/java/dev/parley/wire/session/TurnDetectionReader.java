package dev.parley.wire.session;

import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import dev.parley.wire.session.TurnDetection.Eagerness;
import dev.parley.wire.session.TurnDetection.SemanticVad;
import dev.parley.wire.session.TurnDetection.ServerVad;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code turn_detection}: over the present values if the type stays, else over defaults. */
final class TurnDetectionReader {

  static final String SERVER_VAD = "server_vad";
  static final String SEMANTIC_VAD = "semantic_vad";

  private static final int MAX_PADDING_MS = 10_000;
  private static final int MAX_SILENCE_MS = 60_000;
  private static final int MIN_IDLE_MS = 5_000;
  private static final int MAX_IDLE_MS = 3_600_000;
  private static final List<String> SERVER_FIELDS =
      List.of(
          Field.TYPE,
          Field.THRESHOLD,
          Field.PREFIX_PADDING_MS,
          Field.SILENCE_DURATION_MS,
          Field.IDLE_TIMEOUT_MS,
          Field.CREATE_RESPONSE,
          Field.INTERRUPT_RESPONSE);
  private static final List<String> SEMANTIC_FIELDS =
      List.of(Field.TYPE, Field.EAGERNESS, Field.CREATE_RESPONSE, Field.INTERRUPT_RESPONSE);

  private TurnDetectionReader() {}

  static TurnDetection read(JsonIn in, Optional<TurnDetection> now) {
    String type = in.text(Field.TYPE);
    return switch (type) {
      case SERVER_VAD ->
          server(
              in.only(SERVER_FIELDS),
              now.orElse(null) instanceof ServerVad same ? same : ServerVad.defaults());
      case SEMANTIC_VAD ->
          semantic(
              in.only(SEMANTIC_FIELDS),
              now.orElse(null) instanceof SemanticVad same ? same : SemanticVad.defaults());
      default ->
          throw new WireException(
              WireError.unsupportedValue(
                  in.path(Field.TYPE), type, List.of(SERVER_VAD, SEMANTIC_VAD)));
    };
  }

  private static ServerVad server(JsonIn in, ServerVad now) {
    return new ServerVad(
        in.or(Field.THRESHOLD, now.threshold(), name -> in.number(name, 0, 1)),
        in.or(
            Field.PREFIX_PADDING_MS,
            now.prefixPaddingMs(),
            name -> in.integer(name, 0, MAX_PADDING_MS)),
        in.or(
            Field.SILENCE_DURATION_MS,
            now.silenceDurationMs(),
            name -> in.integer(name, 0, MAX_SILENCE_MS)),
        in.or(Field.IDLE_TIMEOUT_MS, now.idleTimeoutMs(), name -> idle(in, name)),
        in.or(Field.CREATE_RESPONSE, now.createResponse(), in::bool),
        in.or(Field.INTERRUPT_RESPONSE, now.interruptResponse(), in::bool));
  }

  private static OptionalInt idle(JsonIn in, String name) {
    return in.isNull(name)
        ? OptionalInt.empty()
        : OptionalInt.of(in.integer(name, MIN_IDLE_MS, MAX_IDLE_MS));
  }

  private static SemanticVad semantic(JsonIn in, SemanticVad now) {
    return new SemanticVad(
        in.or(Field.EAGERNESS, now.eagerness(), name -> in.choice(name, Eagerness.values())),
        in.or(Field.CREATE_RESPONSE, now.createResponse(), in::bool),
        in.or(Field.INTERRUPT_RESPONSE, now.interruptResponse(), in::bool));
  }
}
