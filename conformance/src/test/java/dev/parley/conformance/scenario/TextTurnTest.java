package dev.parley.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.models.realtime.RealtimeResponseCreateParams;
import com.openai.models.realtime.RealtimeSessionCreateRequest;
import dev.parley.conformance.client.Ask;
import dev.parley.conformance.client.Caller;
import dev.parley.conformance.client.Line;
import dev.parley.conformance.server.Recital;
import dev.parley.conformance.server.Setup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Section 3.1. */
class TextTurnTest {

  private static final Setup SETUP = Setup.reciting(Recital.say("Good day to you."));

  @RegisterExtension final Line line = Line.to(SETUP);

  @Test
  void textTurn_hasItsOrder() {
    Caller caller = line.call();
    caller.send(
        Ask.text("Hello"),
        Ask.respond(r -> r.addOutputModality(RealtimeResponseCreateParams.OutputModality.TEXT)));
    JsonNode response = caller.response();

    assertThat(caller.shape())
        .containsExactly(
            "session.created",
            "conversation.item.added",
            "conversation.item.done",
            "response.created",
            "response.output_item.added",
            "conversation.item.added",
            "response.content_part.added",
            "response.output_text.done",
            "response.content_part.done",
            "conversation.item.done",
            "response.output_item.done",
            "response.done");
    assertThat(response.path("status").asText()).isEqualTo("completed");
    assertThat(response.at("/output/0/content/0/text").asText()).isEqualTo("Good day to you.");
    assertThat(response.at("/usage/output_token_details/audio_tokens").asInt()).isZero();
    assertThat(response.at("/usage/output_tokens").asInt()).isPositive();
  }

  @Test
  void rateLimits_areTold() {
    Caller caller = line.call();
    caller.send(Ask.text("Hello"), Ask.respond());
    caller.response();
    if (caller.heard("rate_limits.updated").isEmpty()) {
      caller.await("rate_limits.updated");
    }
    assertThat(caller.heard("rate_limits.updated")).hasSize(1);
  }

  @Test
  void session_setToText_writesEveryReply_andTurnsFollowOneAnother() {
    Caller caller = line.call();
    caller.send(
        Ask.session(s -> s.addOutputModality(RealtimeSessionCreateRequest.OutputModality.TEXT)));
    assertThat(caller.await("session.updated").at("/session/output_modalities/0").asText())
        .isEqualTo("text");
    for (int turn = 0; turn < 3; turn++) {
      caller.send(Ask.text("Hello"), Ask.respond());
      JsonNode response = caller.response();
      assertThat(response.at("/output_modalities/0").asText()).isEqualTo("text");
    }
    assertThat(caller.heard("response.output_audio.delta")).isEmpty();
    assertThat(caller.heard("conversation.item.added")).hasSize(6);
  }
}
