package dev.parley.wire;

import dev.parley.wire.audio.Base64Audio;
import dev.parley.wire.error.WireError;
import dev.parley.wire.item.ItemWriter;
import dev.parley.wire.item.WireItem;
import dev.parley.wire.json.Field;
import dev.parley.wire.json.JsonOut;
import dev.parley.wire.response.Part;
import dev.parley.wire.response.Response;
import dev.parley.wire.response.ResponseWriter;
import dev.parley.wire.session.SessionConfig;
import dev.parley.wire.session.SessionWriter;
import java.util.Optional;

/** Writes the fields of each event, besides its type and id. */
final class ServerEventWriter {

  private ServerEventWriter() {}

  static void write(JsonOut out, ServerEvent event) {
    switch (event) {
      case ServerEvent.SessionCreated(SessionConfig session) -> session(out, session);
      case ServerEvent.SessionUpdated(SessionConfig session) -> session(out, session);
      case ServerEvent.ConversationCreated(String id) ->
          out.object(
              Field.CONVERSATION,
              conversation -> {
                conversation.text(Field.ID, id);
                conversation.text(Field.OBJECT, "realtime.conversation");
              });
      case ServerEvent.ItemAdded(WireItem item, Optional<String> previous) ->
          item(out, item, previous);
      case ServerEvent.ItemDone(WireItem item, Optional<String> previous) ->
          item(out, item, previous);
      case ServerEvent.ItemRetrieved(WireItem item) -> item(out, item, ItemWriter.Audio.SHOWN);
      case ServerEvent.ItemDeleted(String itemId) -> out.text(Field.ITEM_ID, itemId);
      case ServerEvent.ItemTruncated truncated -> {
        out.text(Field.ITEM_ID, truncated.itemId());
        out.number(Field.CONTENT_INDEX, truncated.contentIndex());
        out.number(Field.AUDIO_END_MS, truncated.audioEndMs());
      }
      case ServerEvent.TranscriptionDelta delta -> {
        content(out, delta.itemId(), delta.contentIndex());
        out.text(Field.DELTA, delta.delta());
      }
      case ServerEvent.TranscriptionCompleted completed -> {
        content(out, completed.itemId(), completed.contentIndex());
        out.text(Field.TRANSCRIPT, completed.transcript());
        out.object(Field.USAGE, fields -> usage(fields, completed.usage()));
      }
      case ServerEvent.TranscriptionFailed failed -> {
        content(out, failed.itemId(), failed.contentIndex());
        out.object(
            Field.ERROR,
            fields -> {
              reason(fields, failed.error());
              fields.textIfAny(Field.PARAM, failed.error().param()); // null loses the Agents SDK
            });
      }
      case ServerEvent.AudioCommitted(String itemId, Optional<String> previous) -> {
        out.textOrNull(Field.PREVIOUS_ITEM_ID, previous);
        out.text(Field.ITEM_ID, itemId);
      }
      case ServerEvent.AudioCleared cleared -> {}
      case ServerEvent.SpeechStarted(String itemId, long startMs) -> {
        out.number(Field.AUDIO_START_MS, startMs);
        out.text(Field.ITEM_ID, itemId);
      }
      case ServerEvent.SpeechStopped(String itemId, long endMs) -> {
        out.number(Field.AUDIO_END_MS, endMs);
        out.text(Field.ITEM_ID, itemId);
      }
      case ServerEvent.TimeoutTriggered(String itemId, long startMs, long endMs) -> {
        out.number(Field.AUDIO_START_MS, startMs);
        out.number(Field.AUDIO_END_MS, endMs);
        out.text(Field.ITEM_ID, itemId);
      }
      case ServerEvent.DtmfReceived dtmf -> {
        out.text(Field.EVENT, String.valueOf(dtmf.key()));
        out.number(Field.RECEIVED_AT, dtmf.receivedAt().getEpochSecond());
      }
      case ServerEvent.ResponseCreated(Response response) -> response(out, response);
      case ServerEvent.ResponseDone(Response response) -> response(out, response);
      case ServerEvent.OutputItemAdded(String responseId, int index, WireItem item) ->
          outputItem(out, responseId, index, item);
      case ServerEvent.OutputItemDone(String responseId, int index, WireItem item) ->
          outputItem(out, responseId, index, item);
      case ServerEvent.ContentPartAdded(PartIds ids, Part part) -> part(out, ids, part);
      case ServerEvent.ContentPartDone(PartIds ids, Part part) -> part(out, ids, part);
      case ServerEvent.OutputTextDelta(PartIds ids, String delta) ->
          piece(out, ids, Field.DELTA, delta);
      case ServerEvent.OutputTextDone(PartIds ids, String text) ->
          piece(out, ids, Field.TEXT, text);
      case ServerEvent.OutputAudioDelta delta ->
          piece(out, delta.ids(), Field.DELTA, Base64Audio.text(delta.audio()));
      case ServerEvent.OutputAudioDone(PartIds ids) -> ids(out, ids);
      case ServerEvent.OutputTranscriptDelta(PartIds ids, String delta) ->
          piece(out, ids, Field.DELTA, delta);
      case ServerEvent.OutputTranscriptDone(PartIds ids, String transcript) ->
          piece(out, ids, Field.TRANSCRIPT, transcript);
      case ServerEvent.ArgumentsDelta(CallIds ids, String delta) -> {
        ids(out, ids);
        out.text(Field.DELTA, delta);
      }
      case ServerEvent.ArgumentsDone(CallIds ids, String name, String arguments) -> {
        ids(out, ids);
        out.text(Field.NAME, name);
        out.text(Field.ARGUMENTS, arguments);
      }
      case ServerEvent.ReplyTimed(String responseId, ReplyTimes times) -> {
        out.text(Field.RESPONSE_ID, responseId);
        out.number(Field.SPEECH_END_MS, times.speechEnd());
        out.number(Field.DETECT_MS, times.detect());
        out.number(Field.DECIDE_MS, times.decide());
        out.number(Field.MODEL_MS, times.model());
        out.number(Field.TOOLS_MS, times.tools());
        out.number(Field.PLAYOUT_MS, times.playout());
      }
      case ServerEvent.RateLimitsUpdated updated ->
          out.objects(Field.RATE_LIMITS, updated.limits(), limit -> limit(out, limit));
      case ServerEvent.Failed(WireError error) ->
          out.object(
              Field.ERROR,
              fields -> {
                reason(fields, error);
                fields.textOrNull(Field.PARAM, error.param());
                fields.textOrNull(Field.EVENT_ID, error.clientEventId());
              });
    }
  }

  private static void session(JsonOut out, SessionConfig session) {
    out.object(Field.SESSION, fields -> SessionWriter.write(fields, session));
  }

  private static void response(JsonOut out, Response response) {
    out.object(Field.RESPONSE, fields -> ResponseWriter.write(fields, response));
  }

  private static void item(JsonOut out, WireItem item, ItemWriter.Audio audio) {
    out.object(Field.ITEM, fields -> ItemWriter.write(fields, item, audio));
  }

  private static void item(JsonOut out, WireItem item, Optional<String> previous) {
    out.textOrNull(Field.PREVIOUS_ITEM_ID, previous);
    item(out, item, ItemWriter.Audio.LEFT_OUT);
  }

  private static void outputItem(JsonOut out, String responseId, int index, WireItem item) {
    out.text(Field.RESPONSE_ID, responseId);
    out.number(Field.OUTPUT_INDEX, index);
    item(out, item, ItemWriter.Audio.LEFT_OUT);
  }

  private static void part(JsonOut out, PartIds ids, Part part) {
    ids(out, ids);
    out.object(Field.PART, fields -> ResponseWriter.write(fields, part));
  }

  private static void piece(JsonOut out, PartIds ids, String name, String text) {
    ids(out, ids);
    out.text(name, text);
  }

  private static void ids(JsonOut out, PartIds ids) {
    out.text(Field.RESPONSE_ID, ids.responseId());
    out.text(Field.ITEM_ID, ids.itemId());
    out.number(Field.OUTPUT_INDEX, ids.outputIndex());
    out.number(Field.CONTENT_INDEX, ids.contentIndex());
  }

  private static void ids(JsonOut out, CallIds ids) {
    out.text(Field.RESPONSE_ID, ids.responseId());
    out.text(Field.ITEM_ID, ids.itemId());
    out.number(Field.OUTPUT_INDEX, ids.outputIndex());
    out.text(Field.CALL_ID, ids.callId());
  }

  private static void content(JsonOut out, String itemId, int contentIndex) {
    out.text(Field.ITEM_ID, itemId);
    out.number(Field.CONTENT_INDEX, contentIndex);
  }

  /** Clients of one maker ignore the whole event when token counts have no details. */
  private static void usage(JsonOut out, TranscriptionUsage usage) {
    switch (usage) {
      case TranscriptionUsage.Duration(double seconds) -> {
        out.text(Field.TYPE, "duration");
        out.number(Field.SECONDS, seconds);
      }
      case TranscriptionUsage.Tokens(long text, long audio, long output) -> {
        out.text(Field.TYPE, "tokens");
        out.number(Field.TOTAL_TOKENS, text + audio + output);
        out.number(Field.INPUT_TOKENS, text + audio);
        out.number(Field.OUTPUT_TOKENS, output);
        out.object(
            Field.INPUT_TOKEN_DETAILS,
            details -> {
              details.number(Field.TEXT_TOKENS, text);
              details.number(Field.AUDIO_TOKENS, audio);
            });
      }
    }
  }

  private static void reason(JsonOut out, WireError error) {
    out.text(Field.TYPE, error.type());
    out.textOrNull(Field.CODE, error.code());
    out.text(Field.MESSAGE, error.message());
  }

  private static void limit(JsonOut out, RateLimit limit) {
    out.text(Field.NAME, limit.of());
    out.number(Field.LIMIT, limit.limit());
    out.number(Field.REMAINING, limit.remaining());
    out.number(Field.RESET_SECONDS, limit.resetSeconds());
  }
}
