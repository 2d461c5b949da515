package dev.parley.wire;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.item.InputItem.NewItem;
import dev.parley.wire.response.ResponseParams;
import dev.parley.wire.session.SessionPatch;
import java.util.Optional;

/**
 * What a client says in a conversation or a transcription. All values are checked as far as they
 * can be without knowing the session.
 */
public sealed interface ClientEvent {

  /** The client's own id of the event, which an error event gives back. */
  Optional<String> eventId();

  /** The name on the wire. */
  default String type() {
    return ClientEventType.of(this).word();
  }

  record SessionUpdate(Optional<String> eventId, SessionPatch session) implements ClientEvent {}

  /** Audio in the session's input format; any number of bytes, even none or half a sample. */
  record AudioAppend(Optional<String> eventId, AudioBytes audio) implements ClientEvent {}

  record AudioCommit(Optional<String> eventId) implements ClientEvent {}

  record AudioClear(Optional<String> eventId) implements ClientEvent {}

  /** For transports on which the server plays; over a WebSocket it does not apply. */
  record OutputAudioClear(Optional<String> eventId) implements ClientEvent {}

  /**
   * A new item.
   *
   * @param previousItemId the item it follows, or {@link #ROOT}; empty: it is the last
   */
  record ItemCreate(Optional<String> eventId, NewItem item, Optional<String> previousItemId)
      implements ClientEvent {

    /** Before all others. */
    public static final String ROOT = "root";
  }

  record ItemRetrieve(Optional<String> eventId, String itemId) implements ClientEvent {}

  /** Only so much of the assistant's audio was heard. */
  record ItemTruncate(Optional<String> eventId, String itemId, int contentIndex, int audioEndMs)
      implements ClientEvent {}

  record ItemDelete(Optional<String> eventId, String itemId) implements ClientEvent {}

  record ResponseCreate(Optional<String> eventId, ResponseParams response) implements ClientEvent {}

  /** Of this response; empty: of the one that the conversation has. */
  record ResponseCancel(Optional<String> eventId, Optional<String> responseId)
      implements ClientEvent {}
}
