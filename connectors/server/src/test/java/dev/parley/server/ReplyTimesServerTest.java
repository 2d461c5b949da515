package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.engine.tool.ToolBox;
import dev.parley.engine.tool.ToolSpec;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that want to know why an answer took as long as it did, and all others. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplyTimesServerTest {

  private static final String TIMED = "parley.reply.timed";

  private TestServer server;
  private TestServer withTools;

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    server =
        TestServer.start(system, TestServer.settings(), TestServer.model("think=30ms,reply=2s"));
    ToolBox box =
        ToolBox.empty()
            .with(
                new ToolSpec("weather", "Tell the weather.", "{\"type\":\"object\"}"),
                arguments ->
                    new CompletableFuture<String>()
                        .completeOnTimeout("sunny", 100, TimeUnit.MILLISECONDS));
    withTools =
        TestServer.start(
            system,
            TestServer.settings(),
            TestServer.parts(TestServer.model("think=10ms,reply=1s"))
                .withTools(model -> new ServerTools.Granted(box, "", call -> {})));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    withTools.close();
  }

  private static void speak(TestClient client) throws Exception {
    client.await("conversation.created");
    client.say(/* loud= */ false, 300).say(/* loud= */ true, 700).say(/* loud= */ false, 900);
  }

  private static String type(JsonNode event) {
    return event.path("type").asText();
  }

  @Test
  void timedClient_isToldOnceATurn_withTheFirstAudio() throws Exception {
    try (TestClient client =
        TestClient.connectWithin(server, "?model=m", "realtime", "parley-timing")) {
      assertThat(client.subprotocol()).isEqualTo("realtime");
      speak(client);
      JsonNode timed = client.await(TIMED);
      JsonNode created = first(client.seen(), "response.created");
      JsonNode stopped = first(client.seen(), "input_audio_buffer.speech_stopped");

      assertThat(timed.path("response_id")).isEqualTo(created.at("/response/id"));
      assertThat(timed.path("event_id").asText()).isNotEmpty();
      assertThat(client.types().indexOf("response.output_audio.delta"))
          .isBetween(0, client.types().indexOf(TIMED));
      long end = timed.path("speech_end_ms").asLong();
      assertThat(end).isBetween(900L, 1_100L);
      assertThat(end + timed.path("detect_ms").asLong() + timed.path("decide_ms").asLong())
          .isEqualTo(stopped.path("audio_end_ms").asLong());
      assertThat(timed.path("detect_ms").asLong()).isPositive();
      assertThat(timed.path("model_ms").asLong()).isGreaterThanOrEqualTo(30);
      assertThat(timed.path("tools_ms").asLong()).isZero();

      client.textTurn();
      assertThat(client.types()).filteredOn(TIMED::equals).hasSize(1);
    }
  }

  @Test
  void otherClients_areNeverTold() throws Exception {
    try (TestClient plain = TestClient.connect(server, "?model=m");
        TestClient browser = TestClient.connectWithin(server, "?model=m", "realtime", "x-timing")) {
      for (TestClient client : List.of(plain, browser)) {
        speak(client);
        client.await("response.done");
        client.textTurn();
        assertThat(client.types()).contains("response.output_audio.delta").doesNotContain(TIMED);
      }
    }
  }

  @Test
  void toolsOfTheServer_areSeenInTheTime_butNotOtherwise() throws Exception {
    try (TestClient client =
        TestClient.connectWithin(withTools, "?model=m", "realtime", "parley-timing")) {
      speak(client);
      JsonNode timed = client.await(TIMED);

      assertThat(timed.path("tools_ms").asLong()).isBetween(90L, timed.path("model_ms").asLong());
      assertThat(client.seen().toString()).doesNotContain("weather", "sunny");
    }
  }

  private static JsonNode first(List<JsonNode> events, String type) {
    return events.stream().filter(event -> type(event).equals(type)).findFirst().orElseThrow();
  }
}
