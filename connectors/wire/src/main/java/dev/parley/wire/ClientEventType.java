package dev.parley.wire;

import dev.parley.wire.json.Choice;
import dev.parley.wire.json.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The names of the client's events, and the fields that each may have. */
enum ClientEventType implements Choice {
  SESSION_UPDATE("session.update"),
  AUDIO_APPEND("input_audio_buffer.append"),
  AUDIO_COMMIT("input_audio_buffer.commit"),
  AUDIO_CLEAR("input_audio_buffer.clear"),
  OUTPUT_AUDIO_CLEAR("output_audio_buffer.clear"),
  ITEM_CREATE("conversation.item.create"),
  ITEM_RETRIEVE("conversation.item.retrieve"),
  ITEM_TRUNCATE("conversation.item.truncate"),
  ITEM_DELETE("conversation.item.delete"),
  RESPONSE_CREATE("response.create"),
  RESPONSE_CANCEL("response.cancel");

  private static final Map<String, ClientEventType> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ClientEventType::word, Function.identity()));

  private final String word;

  ClientEventType(String word) {
    this.word = word;
  }

  @Override
  public String word() {
    return word;
  }

  List<String> fields() {
    return switch (this) {
      case SESSION_UPDATE -> List.of(Field.TYPE, Field.EVENT_ID, Field.SESSION);
      case AUDIO_APPEND -> List.of(Field.TYPE, Field.EVENT_ID, Field.AUDIO);
      case AUDIO_COMMIT, AUDIO_CLEAR, OUTPUT_AUDIO_CLEAR -> List.of(Field.TYPE, Field.EVENT_ID);
      case ITEM_CREATE -> List.of(Field.TYPE, Field.EVENT_ID, Field.ITEM, Field.PREVIOUS_ITEM_ID);
      case ITEM_RETRIEVE, ITEM_DELETE -> List.of(Field.TYPE, Field.EVENT_ID, Field.ITEM_ID);
      case ITEM_TRUNCATE ->
          List.of(
              Field.TYPE, Field.EVENT_ID, Field.ITEM_ID, Field.CONTENT_INDEX, Field.AUDIO_END_MS);
      case RESPONSE_CREATE -> List.of(Field.TYPE, Field.EVENT_ID, Field.RESPONSE);
      case RESPONSE_CANCEL -> List.of(Field.TYPE, Field.EVENT_ID, Field.RESPONSE_ID);
    };
  }

  static Optional<ClientEventType> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(ClientEventType::word).toList();
  }

  static ClientEventType of(ClientEvent event) {
    return switch (event) {
      case ClientEvent.SessionUpdate update -> SESSION_UPDATE;
      case ClientEvent.AudioAppend append -> AUDIO_APPEND;
      case ClientEvent.AudioCommit commit -> AUDIO_COMMIT;
      case ClientEvent.AudioClear clear -> AUDIO_CLEAR;
      case ClientEvent.OutputAudioClear clear -> OUTPUT_AUDIO_CLEAR;
      case ClientEvent.ItemCreate create -> ITEM_CREATE;
      case ClientEvent.ItemRetrieve retrieve -> ITEM_RETRIEVE;
      case ClientEvent.ItemTruncate truncate -> ITEM_TRUNCATE;
      case ClientEvent.ItemDelete delete -> ITEM_DELETE;
      case ClientEvent.ResponseCreate create -> RESPONSE_CREATE;
      case ClientEvent.ResponseCancel cancel -> RESPONSE_CANCEL;
    };
  }
}
