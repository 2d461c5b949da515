package dev.parley.wire;

import dev.parley.wire.audio.AudioBytes;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.response.Part;
import dev.parley.wire.response.Response;
import dev.parley.wire.session.SessionConfig;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server says in a conversation or a transcription. An event has no id until it is
 * written; {@link RealtimeWriter} is handed one. Log lines show lengths of texts only.
 */
public sealed interface ServerEvent {

  /** The name on the wire. */
  default String type() {
    return ServerEventType.of(this);
  }

  record SessionCreated(SessionConfig session) implements ServerEvent {}

  record SessionUpdated(SessionConfig session) implements ServerEvent {}

  record ConversationCreated(String conversationId) implements ServerEvent {}

  /** An item is in the conversation; a model's has no content yet. First: no previous item. */
  record ItemAdded(WireItem item, Optional<String> previousItemId) implements ServerEvent {}

  /** An item is final. */
  record ItemDone(WireItem item, Optional<String> previousItemId) implements ServerEvent {}

  /** The only event that shows the audio of an item, or null for what is not kept. */
  record ItemRetrieved(WireItem item) implements ServerEvent {}

  record ItemDeleted(String itemId) implements ServerEvent {}

  record ItemTruncated(String itemId, int contentIndex, long audioEndMs) implements ServerEvent {}

  record TranscriptionDelta(String itemId, int contentIndex, String delta) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("TranscriptionDelta", itemId, delta);
    }
  }

  record TranscriptionCompleted(
      String itemId, int contentIndex, String transcript, TranscriptionUsage usage)
      implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("TranscriptionCompleted", itemId, transcript);
    }
  }

  record TranscriptionFailed(String itemId, int contentIndex, WireError error)
      implements ServerEvent {}

  record AudioCommitted(String itemId, Optional<String> previousItemId) implements ServerEvent {}

  record AudioCleared() implements ServerEvent {}

  /**
   * The caller speaks.
   *
   * @param itemId of the item that will be committed
   * @param audioStartMs of all audio appended in this session; the padding is before it
   */
  record SpeechStarted(String itemId, long audioStartMs) implements ServerEvent {}

  /** The caller is silent; the end is after the silence that was waited for. */
  record SpeechStopped(String itemId, long audioEndMs) implements ServerEvent {}

  record TimeoutTriggered(String itemId, long audioStartMs, long audioEndMs)
      implements ServerEvent {}

  /** A key of a telephone; the one event without an id. */
  record DtmfReceived(char key, Instant receivedAt) implements ServerEvent {}

  record ResponseCreated(Response response) implements ServerEvent {}

  /** Always the last of a response. */
  record ResponseDone(Response response) implements ServerEvent {}

  record OutputItemAdded(String responseId, int outputIndex, WireItem item)
      implements ServerEvent {}

  record OutputItemDone(String responseId, int outputIndex, WireItem item) implements ServerEvent {}

  record ContentPartAdded(PartIds ids, Part part) implements ServerEvent {}

  record ContentPartDone(PartIds ids, Part part) implements ServerEvent {}

  record OutputTextDelta(PartIds ids, String delta) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("OutputTextDelta", ids, delta);
    }
  }

  record OutputTextDone(PartIds ids, String text) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("OutputTextDone", ids, text);
    }
  }

  /** Audio in the response's output format, whole samples. */
  record OutputAudioDelta(PartIds ids, AudioBytes audio) implements ServerEvent {}

  record OutputAudioDone(PartIds ids) implements ServerEvent {}

  record OutputTranscriptDelta(PartIds ids, String delta) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("OutputTranscriptDelta", ids, delta);
    }
  }

  record OutputTranscriptDone(PartIds ids, String transcript) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("OutputTranscriptDone", ids, transcript);
    }
  }

  record ArgumentsDelta(CallIds ids, String delta) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("ArgumentsDelta", ids, delta);
    }
  }

  record ArgumentsDone(CallIds ids, String name, String arguments) implements ServerEvent {
    @Override
    public String toString() {
      return Lengths.of("ArgumentsDone", ids, arguments);
    }
  }

  /**
   * Ours, and not of the protocol: why an answer took as long as it did. Only for clients that ask
   * for it by a sub-protocol.
   */
  record ReplyTimed(String responseId, ReplyTimes times) implements ServerEvent {}

  record RateLimitsUpdated(List<RateLimit> limits) implements ServerEvent {
    public RateLimitsUpdated {
      limits = List.copyOf(limits);
    }
  }

  /** Something went wrong; the session lives, unless the error says that it is over. */
  record Failed(WireError error) implements ServerEvent {}
}
