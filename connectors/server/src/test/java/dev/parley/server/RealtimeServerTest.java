package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealtimeServerTest {

  private ActorSystem<Void> system;
  private RealtimeServer server;

  @BeforeEach
  void start() throws Exception {
    system = ActorSystem.create(Behaviors.empty(), "server");
    ServerParts parts =
        ServerParts.of(
            Models.always(
                new ScriptedModel(
                    ScriptedSettings.parse("scripted:think=10ms,reply=1s"), new ToneVoice(24_000))),
            EnergyDetector.energy());
    server =
        RealtimeServer.start(system, ServerSettings.defaults(), parts)
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    server.stop(Duration.ZERO).toCompletableFuture().get(10, TimeUnit.SECONDS);
    system.terminate();
  }

  @Test
  void textTurn_isAnsweredInTheOrderOfTheProtocol() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=gpt-realtime-2")) {
      JsonNode created = client.next();
      assertThat(created.path("type").asText()).isEqualTo("session.created");
      client.await("conversation.created");
      client.send(
          "{'type':'conversation.item.create','item':{'type':'message','role':'user',"
              + "'content':[{'type':'input_text','text':'hello'}]}}");
      client.await("conversation.item.done");
      client.send("{'type':'response.create','response':{'output_modalities':['text']}}");
      JsonNode done = client.await("response.done");
      System.out.println(client.types());
      System.out.println(done);
      assertThat(done.path("response").path("status").asText()).isEqualTo("completed");
    }
  }
}
