package dev.parley.wire;

import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.error.WireError;
import dev.parley.wire.error.WireException;
import dev.parley.wire.item.ItemReader;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonIn;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.response.ResponseReader;
import dev.parley.wire.session.SessionPatch;
import java.util.Optional;

/** Reads each event from its JSON. */
final class ClientEventReader {

  /** Was an event of the beta API. */
  private static final String BETA_TRANSCRIPTION = "transcription_session.update";

  private ClientEventReader() {}

  static ClientEvent read(JsonIn in, String word, Optional<String> id) {
    if (word.equals(BETA_TRANSCRIPTION)) {
      throw new WireException(WireError.betaShape(word));
    }
    ClientEventType type =
        ClientEventType.of(word)
            .orElseThrow(
                () ->
                    new WireException(
                        WireError.unsupportedValue(Field.TYPE, word, ClientEventType.words())));
    in.only(type.fields());
    return switch (type) {
      case SESSION_UPDATE ->
          new ClientEvent.SessionUpdate(id, SessionPatch.read(in.object(Field.SESSION)));
      case AUDIO_APPEND ->
          new ClientEvent.AudioAppend(id, Base64Audio.read(in.text(Field.AUDIO), Field.AUDIO));
      case AUDIO_COMMIT -> new ClientEvent.AudioCommit(id);
      case AUDIO_CLEAR -> new ClientEvent.AudioClear(id);
      case OUTPUT_AUDIO_CLEAR -> new ClientEvent.OutputAudioClear(id);
      case ITEM_CREATE ->
          new ClientEvent.ItemCreate(
              id,
              ItemReader.newItem(in.object(Field.ITEM)),
              in.given(Field.PREVIOUS_ITEM_ID, in::id));
      case ITEM_RETRIEVE -> new ClientEvent.ItemRetrieve(id, in.id(Field.ITEM_ID));
      case ITEM_TRUNCATE ->
          new ClientEvent.ItemTruncate(
              id,
              in.id(Field.ITEM_ID),
              in.integer(Field.CONTENT_INDEX, 0, Integer.MAX_VALUE),
              in.integer(Field.AUDIO_END_MS, 0, Integer.MAX_VALUE));
      case ITEM_DELETE -> new ClientEvent.ItemDelete(id, in.id(Field.ITEM_ID));
      case RESPONSE_CREATE ->
          new ClientEvent.ResponseCreate(
              id,
              in.given(Field.RESPONSE, name -> ResponseReader.read(in.object(name)))
                  .orElse(ResponseParams.none()));
      case RESPONSE_CANCEL ->
          new ClientEvent.ResponseCancel(id, in.given(Field.RESPONSE_ID, in::id));
    };
  }
}
