package dev.parley.wire.error;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code error} object of an error event: what went wrong, in the codes and words that clients
 * of OpenAI's API know. The static methods are the whole list of what a client can be told; those
 * of the codec itself come first.
 *
 * @param type {@code invalid_request_error} or {@code server_error}
 * @param code for programs; none for a fault of the server
 * @param message one sentence for people; may quote the client
 * @param param the path of the field at fault, such as {@code session.tools[0].name}
 * @param clientEventId the {@code event_id} of the client's event that caused it
 */
public record WireError(
    String type,
    Optional<String> code,
    String message,
    Optional<String> param,
    Optional<String> clientEventId) {

  public static final String INVALID_REQUEST = "invalid_request_error";
  public static final String SERVER = "server_error";
  private static final int QUOTED = 64;
  private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9_.\\[\\]-]{1,128}");

  /** The same error as an answer to the event with this id. */
  public WireError withClientEventId(Optional<String> id) {
    return new WireError(type, code, message, param, id);
  }

  /** Any other refusal, in the same form. */
  public static WireError invalidRequest(String code, String message, Optional<String> param) {
    return new WireError(INVALID_REQUEST, Optional.of(code), message, param, Optional.empty());
  }

  public static WireError invalidJson(String why) {
    return plain("invalid_json", "The message is not valid JSON: " + why);
  }

  public static WireError missingType() {
    return plain("invalid_event", "The 'type' field is missing.");
  }

  public static WireError missingParameter(String path) {
    return at(
        path, "missing_required_parameter", "Missing required parameter: '%s'.".formatted(path));
  }

  public static WireError unknownParameter(String path) {
    return at(path, "unknown_parameter", "Unknown parameter: '%s'.".formatted(path));
  }

  /** A value of the wrong JSON type. */
  public static WireError invalidType(String path, String expected, String got) {
    return at(
        path,
        "invalid_type",
        "Invalid type for '%s': expected %s, but got %s instead.".formatted(path, expected, got));
  }

  /** A word that is none of the known ones. */
  public static WireError unsupportedValue(String path, String given, List<String> supported) {
    return invalidValue(
        path,
        "Invalid value: '%s'. Supported values are: %s."
            .formatted(quoted(given), "'" + String.join("', '", supported) + "'"));
  }

  /** Out of range, or wrong in a way that only a sentence can say. */
  public static WireError invalidValue(String path, String message) {
    return at(path, "invalid_value", message);
  }

  /** Text beyond its limit, which counts UTF-8 bytes. */
  public static WireError tooLong(String path, int limit) {
    return invalidValue(
        path, "Invalid '%s': too long. The maximum is %d bytes.".formatted(path, limit));
  }

  public static WireError badBase64(String path) {
    return invalidValue(path, "Invalid '%s': the audio is not valid base64.".formatted(path));
  }

  public static WireError audioTooLong(String path, int limit) {
    return invalidValue(
        path, "Invalid '%s': more than %d bytes of audio in one event.".formatted(path, limit));
  }

  /** A field or event of the beta API, which is no more. */
  public static WireError betaShape(String path) {
    return at(
        path,
        "beta_api_shape_disabled",
        "The beta API shape is disabled: '%s' belongs to it.".formatted(path)
            + " Use the shape of the general availability release.");
  }

  /** {@code input_audio_buffer.commit} with less than 100 ms. */
  public static WireError bufferTooSmall(double bufferedMs) {
    return plain(
        "input_audio_buffer_commit_empty",
        String.format(
            Locale.ROOT,
            "Error committing input audio buffer: buffer too small. Expected at least 100ms of"
                + " audio, but buffer only has %.2fms of audio.",
            bufferedMs));
  }

  /** The uncommitted audio has reached its limit; what was just sent is not in it. */
  public static WireError bufferFull() {
    return plain(
        "input_audio_buffer_full",
        "The input audio buffer is full. Commit or clear it before you append more.");
  }

  public static WireError responseActive(String responseId) {
    return plain(
        "conversation_already_has_active_response",
        "Conversation already has an active response in progress: %s.".formatted(responseId)
            + " Wait until the response is finished before creating a new one.");
  }

  public static WireError cancelNotActive() {
    return plain("response_cancel_not_active", "Cancellation failed: no active response found");
  }

  /** Truncate beyond the end. */
  public static WireError alreadyShorter(long audioMs, long askedMs) {
    return invalidValue(
        "audio_end_ms",
        "Audio content of %dms is already shorter than %dms".formatted(audioMs, askedMs));
  }

  public static WireError notTruncatable() {
    return plain("unsupported_content_type", "Only model output audio messages can be truncated");
  }

  public static WireError deleteUnknownItem(String itemId) {
    return unknownItem("item_delete_invalid_item_id", "deleting", "item_id", itemId);
  }

  public static WireError retrieveUnknownItem(String itemId) {
    return unknownItem("item_retrieve_invalid_item_id", "retrieving", "item_id", itemId);
  }

  public static WireError truncateUnknownItem(String itemId) {
    return unknownItem("item_truncate_invalid_item_id", "truncating", "item_id", itemId);
  }

  /** {@code previous_item_id} names no item; the new one is not added. */
  public static WireError createAfterUnknownItem(String itemId) {
    return unknownItem(
        "item_create_invalid_previous_item_id", "adding", "previous_item_id", itemId);
  }

  /** An {@code item_reference} among a response's input names no item. */
  public static WireError referenceToUnknownItem(String path, String itemId) {
    return unknownItem("item_reference_invalid_item_id", "referring to", path, itemId);
  }

  /** The id that a client chose for its item is taken. */
  public static WireError itemExists(String itemId) {
    return at(
        "item.id",
        "item_create_duplicate_item_id",
        "Error adding item: an item with ID '%s' already exists.".formatted(quoted(itemId)));
  }

  public static WireError tooManyItems(int limit) {
    return plain(
        "conversation_too_long",
        "The conversation has %d items, which is the maximum. Delete some first.".formatted(limit));
  }

  public static WireError unknownCall(String callId) {
    return at(
        "item.call_id",
        "invalid_tool_call_id",
        "Tool call ID '%s' not found in conversation.".formatted(quoted(callId)));
  }

  /** The whole update is refused, not the voice alone. */
  public static WireError cannotUpdateVoice() {
    return at(
        "session.audio.output.voice",
        "cannot_update_voice",
        "Cannot update a conversation's voice if assistant audio is present.");
  }

  /** An event that this kind of session does not know, such as a response to a transcription. */
  public static WireError notInThisSession(String eventType, String kind) {
    return invalidValue(
        "type", "'%s' is not available in a %s session.".formatted(eventType, kind));
  }

  /** The last event before the socket is closed with 1001 and the same words. */
  public static WireError sessionExpired(long minutes) {
    return plain(
        "session_expired",
        "Your session hit the maximum duration of %d minutes.".formatted(minutes));
  }

  /** Our fault; the session lives. */
  public static WireError serverFault() {
    return new WireError(
        SERVER,
        Optional.empty(),
        "The server had an error while processing your request.",
        Optional.empty(),
        Optional.empty());
  }

  /** Without the message, which may quote the client; a path may end in a name that it made up. */
  @Override
  public String toString() {
    return "WireError[%s, code=%s, param=%s]"
        .formatted(type, code.orElse("none"), param.map(WireError::plainPath).orElse("none"));
  }

  private static String plainPath(String path) {
    return PLAIN_PATH.matcher(path).matches() ? path : "other";
  }

  private static WireError unknownItem(String code, String doing, String param, String itemId) {
    return at(
        param,
        code,
        "Error %s item: the item with ID '%s' does not exist.".formatted(doing, quoted(itemId)));
  }

  private static WireError plain(String code, String message) {
    return invalidRequest(code, message, Optional.empty());
  }

  private static WireError at(String path, String code, String message) {
    return invalidRequest(code, message, Optional.of(path));
  }

  private static String quoted(String given) {
    return given.length() <= QUOTED ? given : given.substring(0, QUOTED) + "...";
  }
}
