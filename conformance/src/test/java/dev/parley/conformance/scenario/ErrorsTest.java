package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.client.RawCaller;
import dev.parley.conformance.server.Piece;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of section 4: type, code, param and event_id; and that the session lives on. */
class ErrorsTest {

  private static final Setup SETUP = Setup.reciting(Recital.say("One two three."));
  private static final Setup STALLING =
      Setup.reciting(Recital.of(new Piece.Stall("Well now", Duration.ofMillis(500))));

  @RegisterExtension final Line line = Line.to(SETUP);
  @RegisterExtension final Line stalling = Line.to(STALLING);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'type': 'x.y'                                      | invalid_value              | type",
        "'item_id': 'a'                                     | invalid_event              | ",
        "'type': 'session.update', 'session': {'type': 'realtime', 'foo': 1} | unknown_parameter |"
            + " session.foo",
        "'type': 'session.update'                           | missing_required_parameter | ",
        "'type': 'session.update', 'session': {}            | missing_required_parameter |"
            + " session.type",
        "'type': 'session.update', 'session': {'type': 'realtime', 'output_modalities': ['audio',"
            + " 'text']} | invalid_value | session.output_modalities",
        "'type': 'session.update', 'session': {'type': 'realtime', 'audio': {'output': {'speed':"
            + " 9}}} | invalid_value | session.audio.output.speed",
        "'type': 'input_audio_buffer.append'                | missing_required_parameter | audio",
        "'type': 'input_audio_buffer.append', 'audio': '?!' | invalid_value              | audio",
        "'type': 'input_audio_buffer.append', 'audio': 'AAAA' | invalid_value            | audio",
        "'type': 'input_audio_buffer.commit'                | input_audio_buffer_commit_empty | ",
        "'type': 'response.cancel'                          | response_cancel_not_active | ",
        "'type': 'response.create', 'response': {'tool_choice': 'maybe'} | invalid_value |"
            + " response.tool_choice",
        "'type': 'response.create', 'response': {'max_output_tokens': 0} | invalid_value |"
            + " response.max_output_tokens",
        "'type': 'conversation.item.create'                 | missing_required_parameter | item",
        "'type': 'conversation.item.create', 'item': {'type': 'function_call_output', 'call_id':"
            + " 'call_9', 'output': ''} | invalid_tool_call_id | ",
      })
  void badEvent_isRefused_andTheSessionLives(String event, String code, @Nullable String param)
      throws Exception {
    RawCaller caller = line.raw();
    caller.send("{\"event_id\": \"mine\", " + event.replace('\'', '"') + "}");
    JsonNode error = caller.await("error").path("error");
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.path("code").asText()).isEqualTo(code);
    assertThat(error.path("event_id").asText()).isEqualTo("mine");
    assertThat(error.has("param")).isTrue();
    if (param != null) {
      assertThat(error.path("param").asText()).isEqualTo(param);
    }
    lives(caller);
  }

  @ParameterizedTest
  @CsvSource({
    "conversation.item.delete, item_delete_invalid_item_id",
    "conversation.item.retrieve, item_retrieve_invalid_item_id",
    "conversation.item.truncate, item_truncate_invalid_item_id",
  })
  void unknownItem_isRefused(String type, String code) throws Exception {
    RawCaller caller = line.raw();
    String rest = type.endsWith("truncate") ? ", \"content_index\": 0, \"audio_end_ms\": 1" : "";
    caller.send(
        "{\"event_id\": \"mine\", \"type\": \"%s\", \"item_id\": \"item_x\"%s}"
            .formatted(type, rest));
    JsonNode error = caller.await("error").path("error");
    assertThat(error.path("code").asText()).isIn(code, "item_not_found");
    assertThat(error.path("param").asText()).isEqualTo("item_id");
    assertThat(error.path("event_id").asText()).isEqualTo("mine");
    lives(caller);
  }

  @Test
  void noJson_isRefused_andTheSessionLives() throws Exception {
    RawCaller caller = line.raw();
    for (String text : new String[] {"hello", "{", "[]", "7", "{\"type\": 7}"}) {
      caller.send(text);
      JsonNode error = caller.await("error").path("error");
      assertThat(error.path("type").asText()).as(text).isEqualTo("invalid_request_error");
    }
    lives(caller);
  }

  @Test
  void secondResponse_isRefused_whileOneIsActive() {
    Caller caller = stalling.call();
    caller.send(Ask.text("Hello"), Ask.respond());
    String active = caller.await("response.created").at("/response/id").asText();
    caller.send("{\"type\": \"response.create\", \"event_id\": \"mine\"}");
    JsonNode error = caller.await("error").path("error");
    assertThat(error.path("code").asText()).isEqualTo("conversation_already_has_active_response");
    assertThat(error.path("message").asText()).contains(active);
    assertThat(error.path("event_id").asText()).isEqualTo("mine");
  }

  @Test
  void truncate_pastTheEnd_orOfText_isRefused() {
    Caller caller = line.call();
    caller.send(Ask.text("item_u", "Hello", "root"), Ask.respond());
    String item = caller.response().at("/output/0/id").asText();
    caller.send(Ask.truncate(item, 57_340));
    JsonNode error = caller.await("error").path("error");
    assertThat(error.path("code").asText()).isEqualTo("invalid_value");
    assertThat(error.path("message").asText())
        .isEqualTo("Audio content of 600ms is already shorter than 57340ms");
    caller.send(Ask.truncate("item_u", 10));
    error = caller.await("error").path("error");
    assertThat(error.path("code").asText()).isEqualTo("unsupported_content_type");
    assertThat(error.path("message").asText())
        .isEqualTo("Only model output audio messages can be truncated");
  }

  @Test
  void commit_ofLessThan100Ms_isRefused_withItsLength() {
    Caller caller = line.call();
    caller.pause(Duration.ofMillis(60));
    caller.send(Ask.commit());
    JsonNode error = caller.await("error").path("error");
    assertThat(error.path("code").asText()).isEqualTo("input_audio_buffer_commit_empty");
    assertThat(error.path("message").asText())
        .contains("Expected at least 100ms of audio")
        .contains("60.00ms");
  }

  @Test
  void voice_cannotChangeBehindAudio_andTheWholeUpdateIsRefused() {
    Caller caller = line.call();
    caller.send(Ask.session(s -> s.instructions("first")));
    caller.await("session.updated");
    caller.send(Ask.text("Hello"), Ask.respond());
    caller.response();
    caller.send(
        """
        {"type": "session.update", "session": {"type": "realtime", "instructions": "second",
          "audio": {"output": {"voice": "cedar"}}}}
        """);
    assertThat(caller.await("error").at("/error/code").asText()).isEqualTo("cannot_update_voice");
    caller.send("{\"type\": \"session.update\", \"session\": {\"type\": \"realtime\"}}");
    assertThat(caller.await("session.updated").at("/session/instructions").asText())
        .isEqualTo("first");
  }

  @Test
  void itemBehindAnUnknownOne_isRefused_andNotAdded() {
    Caller caller = line.call();
    caller.send(Ask.text("item_a", "Hello", "item_x"));
    assertThat(caller.await("error").at("/error/type").asText()).isEqualTo("invalid_request_error");
    caller.send(Ask.text("Hello"));
    assertThat(caller.await("conversation.item.added").path("previous_item_id").isNull()).isTrue();
  }

  @Test
  void append_over15MiB_isRefused_andTheSessionLives() throws Exception {
    RawCaller caller = line.raw();
    String audio = "AAAA".repeat(16 * 1024 * 1024 / 3);
    caller.send(
        "{\"type\": \"input_audio_buffer.append\", \"event_id\": \"mine\", \"audio\": \"%s\"}"
            .formatted(audio));
    JsonNode error = caller.await("error").path("error");
    assertThat(error.path("event_id").asText()).isEqualTo("mine");
    lives(caller);
  }

  private static void lives(RawCaller caller) throws Exception {
    caller.send("{\"type\": \"response.create\"}");
    assertThat(caller.await("response.done").at("/response/status").asText())
        .isEqualTo("completed");
  }
}
