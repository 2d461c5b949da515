package dev.parley.wire;

import dev.parley.wire.json.Field;
import dev.parley.wire.json.Json;

/**
 * Writes what the server sends: one UTF-8 text frame an event. Stateless; any thread. Audio takes a
 * short cut ({@link AudioDeltaWriter}) that gives the same bytes as the long way.
 */
public final class RealtimeWriter {

  private RealtimeWriter() {}

  /**
   * Writes an event.
   *
   * @param eventId the server's id for it, unique in its session
   */
  public static byte[] write(ServerEvent event, String eventId) {
    if (event instanceof ServerEvent.OutputAudioDelta delta) {
      byte[] frame = AudioDeltaWriter.write(delta, eventId);
      if (frame != null) {
        return frame;
      }
    }
    return writeSlowly(event, eventId);
  }

  /** The long way, for all events. */
  static byte[] writeSlowly(ServerEvent event, String eventId) {
    return Json.write(
        out -> {
          out.text(Field.TYPE, event.type());
          if (!(event instanceof ServerEvent.DtmfReceived)) {
            out.text(Field.EVENT_ID, eventId);
          }
          ServerEventWriter.write(out, event);
        });
  }
}
