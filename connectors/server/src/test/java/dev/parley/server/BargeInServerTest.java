package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Callers who speak while a long reply is still being made. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BargeInServerTest {

  private TestServer server;

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    server =
        TestServer.start(system, TestServer.settings(), TestServer.model("think=10ms,reply=600s"));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  /** A client that has begun to be spoken to and takes no more of it than it has. */
  private TestClient spokenTo() throws Exception {
    TestClient client = TestClient.connect(server, "?model=m");
    client.await("conversation.created");
    client.say(/* loud= */ false, 500);
    client.send("{'type':'response.create'}");
    client.await("response.output_audio.delta");
    client.stopReading();
    return client;
  }

  private static List<JsonNode> after(TestClient client, String type) {
    return client.seen().subList(client.types().indexOf(type) + 1, client.seen().size());
  }

  @Test
  void bargeIn_endsTheReplyAndNothingOfItFollows() throws Exception {
    try (TestClient client = spokenTo()) {
      client.say(/* loud= */ true, 600);
      client.readOn();
      client.await("input_audio_buffer.speech_started");
      JsonNode done = client.await("response.done").path("response");
      assertThat(done.path("status").asText()).isEqualTo("cancelled");
      assertThat(done.at("/status_details/reason").asText()).isEqualTo("turn_detected");
      assertThat(done.at("/output/0/status").asText()).isEqualTo("incomplete");
      String old = done.path("id").asText();
      client.say(/* loud= */ false, 900);
      client.await("response.created");
      client.await("response.output_audio.delta");
      assertThat(after(client, "input_audio_buffer.speech_started"))
          .noneMatch(
              event ->
                  event.path("type").asText().equals("response.output_audio.delta")
                      && event.path("response_id").asText().equals(old));
    }
  }

  @Test
  void cancel_endsTheReplyAndTheNextOneIsTaken() throws Exception {
    try (TestClient client = spokenTo()) {
      client.send("{'type':'response.cancel'}");
      client.readOn();
      JsonNode done = client.await("response.done").path("response");
      assertThat(done.at("/status_details/reason").asText()).isEqualTo("client_cancelled");
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
      assertThat(after(client, "response.done"))
          .noneMatch(event -> event.path("type").asText().equals("response.output_audio.delta"));
    }
  }

  @Test
  void truncation_whileTheItemStreams_isTaken() throws Exception {
    try (TestClient client = spokenTo()) {
      String item = client.seen().getLast().path("item_id").asText();
      client.send(
          ("{'type':'conversation.item.truncate','item_id':'%s','content_index':0,"
                  + "'audio_end_ms':50}")
              .formatted(item));
      client.readOn();
      client.await("conversation.item.truncated");
      client.send("{'type':'response.cancel'}");
      client.await("response.done");
      client.send("{'type':'conversation.item.retrieve','item_id':'%s'}".formatted(item));
      JsonNode content = client.await("conversation.item.retrieved").at("/item/content/0");
      assertThat(Base64.getDecoder().decode(content.path("audio").asText())).hasSize(50 * 48);
      assertThat(content.path("transcript").asText("gone")).isEmpty();
    }
  }

  @Test
  void withoutInterruption_theReplyGoesOn() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=m")) {
      client.await("conversation.created");
      client.send(
          "{'type':'session.update','session':{'type':'realtime','audio':{'input':"
              + "{'turn_detection':{'type':'server_vad','interrupt_response':false}}}}}");
      client.await("session.updated");
      client.say(/* loud= */ false, 500).send("{'type':'response.create'}");
      client.await("response.output_audio.delta");
      client.say(/* loud= */ true, 600);
      client.await("input_audio_buffer.speech_started");
      client.await("response.output_audio.delta");
      client.send("{'type':'response.cancel'}");
      assertThat(client.await("response.done").at("/response/status_details/reason").asText())
          .isEqualTo("client_cancelled");
    }
  }
}
