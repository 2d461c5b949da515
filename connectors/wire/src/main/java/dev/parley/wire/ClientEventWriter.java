package dev.parley.wire;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.item.ItemWriter;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.Json;
import dev.parley.wire.json.JsonOut;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.response.ResponseWriter;
import java.nio.charset.StandardCharsets;

/** Writes what clients of our own send: one UTF-8 text frame an event. Stateless; any thread. */
public final class ClientEventWriter {

  private static final byte[] APPEND =
      ("{\""
              + Field.TYPE
              + "\":\""
              + ClientEventType.AUDIO_APPEND.word()
              + "\",\""
              + Field.AUDIO
              + "\":\"")
          .getBytes(StandardCharsets.US_ASCII);

  private ClientEventWriter() {}

  /** An append without an event id, by the shortest way. */
  public static byte[] append(AudioBytes audio) {
    byte[] base64 = Base64Audio.bytes(audio);
    byte[] frame = new byte[APPEND.length + base64.length + 2];
    System.arraycopy(APPEND, 0, frame, 0, APPEND.length);
    System.arraycopy(base64, 0, frame, APPEND.length, base64.length);
    frame[frame.length - 2] = '"';
    frame[frame.length - 1] = '}';
    return frame;
  }

  public static byte[] write(ClientEvent event) {
    return Json.write(
        out -> {
          out.text(Field.TYPE, event.type());
          out.textIfAny(Field.EVENT_ID, event.eventId());
          fields(out, event);
        });
  }

  private static void fields(JsonOut out, ClientEvent event) {
    switch (event) {
      case ClientEvent.SessionUpdate update -> out.object(Field.SESSION, update.session()::write);
      case ClientEvent.AudioAppend append ->
          out.text(Field.AUDIO, Base64Audio.text(append.audio()));
      case ClientEvent.AudioCommit commit -> {}
      case ClientEvent.AudioClear clear -> {}
      case ClientEvent.OutputAudioClear clear -> {}
      case ClientEvent.ItemCreate create -> {
        out.textIfAny(Field.PREVIOUS_ITEM_ID, create.previousItemId());
        out.object(Field.ITEM, item -> ItemWriter.write(item, create.item()));
      }
      case ClientEvent.ItemRetrieve retrieve -> out.text(Field.ITEM_ID, retrieve.itemId());
      case ClientEvent.ItemTruncate truncate -> {
        out.text(Field.ITEM_ID, truncate.itemId());
        out.number(Field.CONTENT_INDEX, truncate.contentIndex());
        out.number(Field.AUDIO_END_MS, truncate.audioEndMs());
      }
      case ClientEvent.ItemDelete delete -> out.text(Field.ITEM_ID, delete.itemId());
      case ClientEvent.ResponseCreate create -> {
        if (!create.response().equals(ResponseParams.none())) {
          out.object(Field.RESPONSE, response -> ResponseWriter.write(response, create.response()));
        }
      }
      case ClientEvent.ResponseCancel cancel ->
          out.textIfAny(Field.RESPONSE_ID, cancel.responseId());
    }
  }
}
