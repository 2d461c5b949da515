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

  @Test
  void spokenTurn_isHeardCommittedAndAnswered() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=gpt-realtime-2")) {
      client.await("session.created");
      speak(client, 600, 900);
      JsonNode done = client.await("response.done");
      System.out.println(client.types());
      assertThat(done.path("response").path("status").asText()).isEqualTo("completed");
      for (JsonNode e : client.seen()) {
        if (e.path("type").asText().startsWith("input_audio")) System.out.println(e);
      }
    }
  }

  @Test
  void bargeIn_endsTheReplyAndNothingOfItFollows() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=gpt-realtime-2")) {
      client.await("session.created");
      speak(client, 600, 900);
      client.await("response.output_audio.delta");
      speak(client, 600, 900);
      client.await("response.done");
      client.await("response.done");
      System.out.println(client.types());
    }
  }

  @Test
  void pushToTalk_functionCall_andSoOn() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=gpt-realtime-2")) {
      client.await("session.created");
      client.send(
          "{'type':'session.update','session':{'type':'realtime','audio':{'input':{'turn_detection':null}}}}");
      System.out.println(client.await("session.updated"));
      speak(client, 600, 0);
      client.send("{'type':'input_audio_buffer.commit','event_id':'c1'}");
      client.send("{'type':'response.create'}");
      client.send("{'type':'response.create','event_id':'c2'}");
      client.await("response.done");
      client.send("{'type':'nonsense','event_id':'c3'}");
      client.send("nonsense");
      client.send("{'type':'response.cancel','event_id':'c4'}");
      client.await(e -> e.path("error").path("code").asText().equals("response_cancel_not_active"));
      System.out.println(client.types());
      for (JsonNode e : client.seen()) {
        if (e.path("type").asText().equals("error")) System.out.println(e);
      }
    }
  }

  private static void speak(TestClient client, int loud, int quiet) throws Exception {
    for (int at = 0; at < loud + quiet; at += 20) {
      byte[] pcm = new byte[960];
      for (int i = 0; i < 480 && at < loud; i++) {
        short v = (short) (12_000 * Math.sin(2 * Math.PI * 300 * (at * 24 + i) / 24_000));
        pcm[2 * i] = (byte) v;
        pcm[2 * i + 1] = (byte) (v >> 8);
      }
      client.send(
          "{'type':'input_audio_buffer.append','audio':'"
              + java.util.Base64.getEncoder().encodeToString(pcm)
              + "'}");
    }
  }
}
