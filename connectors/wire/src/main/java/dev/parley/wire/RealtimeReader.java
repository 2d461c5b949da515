package dev.parley.wire;

import dev.parley.wire.error.Checked;
import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.Json;
import dev.parley.wire.json.JsonIn;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads what clients send. Stateless; any thread.
 *
 * <p>It never throws, whatever the bytes: what cannot be understood becomes the error to answer
 * with, and the session lives. Audio, which is nearly all there is to read, takes a short cut
 * ({@link AppendScanner}) that gives the same as the long way.
 */
public final class RealtimeReader {

  private static final int MAX_EVENT_ID = 512;

  private RealtimeReader() {}

  /** Reads one text frame: UTF-8 in a stretch of an array, which is not kept. */
  public static Checked<ClientEvent> read(byte[] frame, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, frame.length);
    ClientEvent append = AppendScanner.scan(frame, offset, length);
    return append != null ? new Checked.Good<>(append) : readSlowly(frame, offset, length);
  }

  /** The long way, for all events. */
  static Checked<ClientEvent> readSlowly(byte[] frame, int offset, int length) {
    return switch (Json.read(frame, offset, length)) {
      case Checked.Good<JsonIn>(JsonIn fields) -> read(fields);
      case Checked.Bad<JsonIn>(WireError error) -> new Checked.Bad<>(error);
    };
  }

  private static Checked<ClientEvent> read(JsonIn in) {
    Checked<Optional<String>> id =
        Checked.check(() -> in.given(Field.EVENT_ID, name -> in.line(name, MAX_EVENT_ID)));
    return switch (id) {
      case Checked.Bad<Optional<String>>(WireError error) -> new Checked.Bad<>(error);
      case Checked.Good<Optional<String>>(Optional<String> eventId) ->
          switch (Checked.check(() -> event(in, eventId))) {
            case Checked.Good<ClientEvent> good -> good;
            case Checked.Bad<ClientEvent>(WireError error) ->
                new Checked.Bad<>(error.withClientEventId(eventId));
          };
    };
  }

  private static ClientEvent event(JsonIn in, Optional<String> eventId) {
    if (!in.has(Field.TYPE)) {
      throw new WireException(WireError.missingType());
    }
    return ClientEventReader.read(in, in.text(Field.TYPE), eventId);
  }
}
