package dev.parley.wire.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of OpenAI's errors, which clients look for. */
class WireErrorTest {

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(
            WireError.bufferTooSmall(0),
            "input_audio_buffer_commit_empty",
            "Error committing input audio buffer: buffer too small. Expected at least 100ms of"
                + " audio, but buffer only has 0.00ms of audio.",
            null),
        Arguments.of(
            WireError.responseActive("resp_1"),
            "conversation_already_has_active_response",
            "Conversation already has an active response in progress: resp_1. Wait until the"
                + " response is finished before creating a new one.",
            null),
        Arguments.of(
            WireError.cancelNotActive(),
            "response_cancel_not_active",
            "Cancellation failed: no active response found",
            null),
        Arguments.of(
            WireError.alreadyShorter(9250, 57340),
            "invalid_value",
            "Audio content of 9250ms is already shorter than 57340ms",
            "audio_end_ms"),
        Arguments.of(
            WireError.notTruncatable(),
            "unsupported_content_type",
            "Only model output audio messages can be truncated",
            null),
        Arguments.of(
            WireError.deleteUnknownItem("i"),
            "item_delete_invalid_item_id",
            "Error deleting item: the item with ID 'i' does not exist.",
            "item_id"),
        Arguments.of(
            WireError.retrieveUnknownItem("i"),
            "item_retrieve_invalid_item_id",
            "Error retrieving item: the item with ID 'i' does not exist.",
            "item_id"),
        Arguments.of(
            WireError.truncateUnknownItem("i"),
            "item_truncate_invalid_item_id",
            "Error truncating item: the item with ID 'i' does not exist.",
            "item_id"),
        Arguments.of(
            WireError.createAfterUnknownItem("i"),
            "item_create_invalid_previous_item_id",
            "Error adding item: the item with ID 'i' does not exist.",
            "previous_item_id"),
        Arguments.of(
            WireError.referenceToUnknownItem("response.input[0].id", "i"),
            "item_reference_invalid_item_id",
            "Error referring to item: the item with ID 'i' does not exist.",
            "response.input[0].id"),
        Arguments.of(
            WireError.itemExists("i"),
            "item_create_duplicate_item_id",
            "Error adding item: an item with ID 'i' already exists.",
            "item.id"),
        Arguments.of(
            WireError.tooManyItems(2000),
            "conversation_too_long",
            "The conversation has 2000 items, which is the maximum. Delete some first.",
            null),
        Arguments.of(
            WireError.unknownCall("call_1"),
            "invalid_tool_call_id",
            "Tool call ID 'call_1' not found in conversation.",
            "item.call_id"),
        Arguments.of(
            WireError.cannotUpdateVoice(),
            "cannot_update_voice",
            "Cannot update a conversation's voice if assistant audio is present.",
            "session.audio.output.voice"),
        Arguments.of(
            WireError.sessionExpired(60),
            "session_expired",
            "Your session hit the maximum duration of 60 minutes.",
            null),
        Arguments.of(
            WireError.bufferFull(),
            "input_audio_buffer_full",
            "The input audio buffer is full. Commit or clear it before you append more.",
            null),
        Arguments.of(
            WireError.notInThisSession("response.create", "transcription"),
            "invalid_value",
            "'response.create' is not available in a transcription session.",
            "type"),
        Arguments.of(
            WireError.unknownParameter("session.foo"),
            "unknown_parameter",
            "Unknown parameter: 'session.foo'.",
            "session.foo"),
        Arguments.of(
            WireError.missingParameter("session.type"),
            "missing_required_parameter",
            "Missing required parameter: 'session.type'.",
            "session.type"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void error_hasTheWordsThatClientsKnow(
      WireError error, String code, String message, @Nullable String param) {
    assertThat(error)
        .isEqualTo(
            new WireError(
                "invalid_request_error",
                Optional.of(code),
                message,
                Optional.ofNullable(param),
                Optional.empty()));
  }

  @Test
  void longQuotes_areCut() {
    assertThat(WireError.unknownCall("c".repeat(10_000)).message()).hasSizeLessThan(200);
  }

  @Test
  void logLine_holdsNothingThatAClientMadeUp() {
    assertThat(WireError.unknownParameter("session.foo"))
        .hasToString("WireError[invalid_request_error, code=unknown_parameter, param=session.foo]");
    assertThat(WireError.unknownParameter("my secret\n").toString()).contains("param=other]");
    assertThat(WireError.unknownCall("secret").toString()).doesNotContain("secret");
  }

  @Test
  void error_asAnAnswer_namesTheEvent() {
    assertThat(WireError.cancelNotActive().withClientEventId(Optional.of("e")).clientEventId())
        .contains("e");
  }
}
