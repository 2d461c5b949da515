package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.core.JsonValue;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeResponseCreateParams;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Piece;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.9. */
class OutOfBandTest {

  private static final Setup SHORT = Setup.reciting(Recital.say("A summary."));
  private static final Setup STALLING =
      Setup.reciting(Recital.of(new Piece.Stall("Well now", Duration.ofMillis(500))));

  @Nested
  class Alone {

    @RegisterExtension final Line line = Line.to(SHORT);

    @Test
    void response_leavesNoTraceInTheConversation() {
      Caller caller = line.call();
      caller.send(aside("summary"));
      JsonNode response = caller.response();

      assertThat(caller.shape())
          .containsExactly(
              "session.created",
              "response.created",
              "response.output_item.added",
              "response.content_part.added",
              "response.output_text.done",
              "response.content_part.done",
              "response.output_item.done",
              "response.done");
      assertThat(response.path("conversation_id").isNull()).isTrue();
      assertThat(response.at("/metadata/topic").asText()).isEqualTo("summary");
      caller.send(Ask.text("Hello"));
      assertThat(caller.await("conversation.item.added").path("previous_item_id").isNull())
          .isTrue();
    }
  }

  @Nested
  class Beside {

    @RegisterExtension final Line line = Line.to(STALLING);

    @Test
    void responses_overlap_andAreCancelledOneByOne() {
      Caller caller = line.call();
      caller.send(Ask.text("Hello"), Ask.respond());
      final String main = created(caller);
      caller.send(aside("one"));
      final String one = created(caller);
      caller.send(aside("two"));
      final String two = created(caller);

      caller.send(Ask.cancel(one));
      assertThat(done(caller)).containsExactly(one, "cancelled", "client_cancelled");
      caller.send(Ask.cancel());
      assertThat(done(caller)).containsExactly(main, "cancelled", "client_cancelled");
      caller.send(Ask.cancel(two));
      assertThat(done(caller)).containsExactly(two, "cancelled", "client_cancelled");
    }

    @Test
    void cancelWithoutId_doesNotMeanThem_norDoesSpeech() {
      Caller caller = line.call();
      caller.send(aside("one"));
      final String one = created(caller);
      caller.send(Ask.cancel());
      assertThat(caller.await("error").at("/error/code").asText())
          .isEqualTo("response_cancel_not_active");
      caller.speak(Duration.ofSeconds(1));
      caller.await("input_audio_buffer.speech_started");
      caller.send(Ask.cancel(one));
      assertThat(done(caller)).containsExactly(one, "cancelled", "client_cancelled");
    }
  }

  private static RealtimeClientEvent aside(String topic) {
    return Ask.respond(
        r ->
            r.conversation(RealtimeResponseCreateParams.Conversation.NONE)
                .metadata(
                    RealtimeResponseCreateParams.Metadata.builder()
                        .putAdditionalProperty("topic", JsonValue.from(topic))
                        .build())
                .addOutputModality(RealtimeResponseCreateParams.OutputModality.TEXT)
                .input(List.of()));
  }

  private static String created(Caller caller) {
    return caller.await("response.created").at("/response/id").asText();
  }

  private static List<String> done(Caller caller) {
    JsonNode response = caller.response();
    return List.of(
        response.path("id").asText(),
        response.path("status").asText(),
        response.at("/status_details/reason").asText());
  }
}
