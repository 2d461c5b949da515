package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Piece;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sections 3.6 and 3.8. */
class BargeInTest {

  private static final Setup STALLING =
      Setup.reciting(
          Recital.of(new Piece.Stall("Once upon a time", Duration.ofSeconds(2))),
          Recital.say("Sorry."));
  private static final Setup ENDLESS =
      Setup.reciting(Recital.of(new Piece.SayOn("And on and on")), Recital.say("Sorry."));
  private static final Setup SHORT = Setup.reciting(Recital.say("One two three four five."));
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Nested
  class WhileStreaming {

    @RegisterExtension final Line line = Line.to(STALLING);

    @Test
    void speech_cutsTheReply_andTheClientTruncates() {
      Caller caller = line.call();
      String item = hearSome(caller);
      caller.forget();
      caller.speak(SECOND);
      JsonNode cut = caller.response();

      assertThat(caller.shape())
          .startsWith(
              "input_audio_buffer.speech_started",
              "response.output_audio.done",
              "response.output_audio_transcript.done",
              "response.content_part.done",
              "conversation.item.done",
              "response.output_item.done",
              "response.done");
      assertThat(cut.path("status").asText()).isEqualTo("cancelled");
      assertThat(cut.at("/status_details/reason").asText()).isEqualTo("turn_detected");
      assertThat(cut.at("/output/0/status").asText()).isEqualTo("incomplete");
      caller.send(Ask.truncate(item, 700));
      assertThat(caller.await("conversation.item.truncated").path("audio_end_ms").asInt())
          .isEqualTo(700);
      caller.pause(SECOND);
      assertThat(caller.response().at("/output/0/content/0/transcript").asText())
          .isEqualTo("Sorry.");
    }

    @Test
    void truncate_whileTheItemStreams_isTaken() {
      Caller caller = line.call();
      String item = hearSome(caller);
      caller.send(Ask.truncate(item, 300));
      caller.await("conversation.item.truncated");
      caller.send(Ask.cancel());
      assertThat(caller.response().path("status").asText()).isEqualTo("cancelled");
      caller.send(Ask.retrieve(item));
      JsonNode content = caller.await("conversation.item.retrieved").at("/item/content/0");
      assertThat(content.path("transcript").asText("")).isEmpty();
    }

    @Test
    void cancel_byTheClient_endsTheReply() {
      Caller caller = line.call();
      hearSome(caller);
      caller.send(Ask.cancel());
      JsonNode cut = caller.response();
      assertThat(cut.path("status").asText()).isEqualTo("cancelled");
      assertThat(cut.at("/status_details/reason").asText()).isEqualTo("client_cancelled");
      caller.send(Ask.cancel());
      assertThat(caller.await("error").at("/error/code").asText())
          .isEqualTo("response_cancel_not_active");
    }

    @Test
    void interruptResponseFalse_letsTheReplyRun() {
      Caller caller = line.call();
      caller.send(
          """
          {"type": "session.update", "session": {"type": "realtime", "audio": {"input": {
            "turn_detection": {"type": "server_vad", "interrupt_response": false,
              "create_response": false}}}}}
          """);
      caller.await("session.updated");
      hearSome(caller);
      caller.speak(SECOND);
      caller.pause(SECOND);
      caller.await("input_audio_buffer.committed");
      caller.send(Ask.cancel());
      assertThat(caller.response().at("/status_details/reason").asText())
          .isEqualTo("client_cancelled");
    }
  }

  @Nested
  class Endless {

    @RegisterExtension final Line line = Line.to(ENDLESS);

    @Test
    void speech_stopsAReplyThatNeverEnds_withoutAnotherByte() {
      Caller caller = line.call();
      hearSome(caller);
      caller.speak(SECOND);
      caller.await("input_audio_buffer.speech_started");
      caller.forget();
      assertThat(caller.response().at("/status_details/reason").asText())
          .isEqualTo("turn_detected");
      assertThat(caller.heard("response.output_audio.delta")).isEmpty();
    }
  }

  @Nested
  class AfterTheEnd {

    @RegisterExtension final Line line = Line.to(SHORT);

    @Test
    void truncate_ofACompletedItem_cutsWordsAndAudio() {
      Caller caller = line.call();
      caller.send(Ask.text("Count"), Ask.respond());
      String item = caller.response().at("/output/0/id").asText();
      caller.send(Ask.truncate(item, 400));
      caller.await("conversation.item.truncated");
      caller.send(Ask.retrieve(item));
      JsonNode content = caller.await("conversation.item.retrieved").at("/item/content/0");
      assertThat(content.path("transcript").asText("")).isEmpty();
      assertThat(content.path("audio").asText()).hasSize(400 * 48 * 4 / 3);
    }

    @Test
    void speech_behindACompletedResponse_cancelsNothing() {
      Caller caller = line.call();
      caller.send(Ask.text("Count"), Ask.respond());
      String first = caller.response().path("id").asText();
      caller.speak(SECOND);
      caller.pause(SECOND);
      JsonNode second = caller.response();
      assertThat(second.path("id").asText()).isNotEqualTo(first);
      assertThat(second.path("status").asText()).isEqualTo("completed");
    }
  }

  /** Lets a reply begin and hears a second of it; gives the item's id. */
  private static String hearSome(Caller caller) {
    caller.send(Ask.text("Tell me"), Ask.respond());
    JsonNode delta = caller.await("response.output_audio.delta");
    int bytes = length(delta);
    while (bytes < 48_000) {
      delta = caller.await("response.output_audio.delta");
      bytes += length(delta);
    }
    return delta.path("item_id").asText();
  }

  private static int length(JsonNode delta) {
    return Base64.getDecoder().decode(delta.path("delta").asText()).length;
  }
}
