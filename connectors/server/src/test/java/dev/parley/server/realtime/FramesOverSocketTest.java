package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.server.SharedSystem;
import dev.parley.server.TestClient;
import dev.parley.server.TestServer;
import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.Rate;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten thousand good and spoiled frames over a real socket. */
@ExtendWith(SharedSystem.class)
class FramesOverSocketTest {

  private static final Rate PLENTY = new Rate(1_000_000, 1_000_000);

  @Test
  void thousandFrames_breakNothing(ActorSystem<?> system) throws Exception {
    flood(system, 1_000, 20261124);
  }

  @Test
  @Tag("slow")
  void tenThousandFrames_breakNothing(ActorSystem<?> system) throws Exception {
    flood(system, 10_000, 20261125);
  }

  private static void flood(ActorSystem<?> system, int frames, long seed) throws Exception {
    Random random = new Random(seed);
    Mutant mutant = new Mutant(random);
    try (TestServer server =
            TestServer.start(
                system,
                TestServer.settings()
                    .withRates(MessageRateSettings.defaults().withMessages(PLENTY)),
                TestServer.model("think=0ms,reply=100ms"));
        TestClient canary = TestClient.connect(server, "?model=m");
        TestClient client = TestClient.connect(server, "?model=m")) {
      canary.await("session.created");
      GoodFrames good = new GoodFrames(random, client.seen());
      for (int i = 0; i < frames; i++) {
        String frame = good.next();
        if (random.nextInt(3) == 0) {
          client.sendText(new String(mutant.of(frame), StandardCharsets.UTF_8));
        } else {
          client.send(frame);
        }
        for (JsonNode event : client.drain()) {
          assertThat(event.path("type").asText()).isNotEmpty();
          assertThat(event.path("event_id").asText()).isNotEmpty();
        }
      }
      assertThat(canary.textTurn().path("status").asText()).isEqualTo("completed");
      client.send(
          "{'type':'session.update','event_id':'calm','session':{'type':'realtime',"
              + "'truncation':'auto','audio':{'input':{'turn_detection':null}}}}");
      client.send("{'type':'response.cancel'}");
      client.send("{'type':'session.update','event_id':'end','session':{'type':'end'}}");
      String id = "";
      while (!id.equals("end")) {
        id = client.next().at("/error/event_id").asText();
      }
      assertServed(client);
    }
  }

  /** A response may still be on its end, and then another one must wait. */
  private static void assertServed(TestClient client) throws Exception {
    String status = "";
    for (int i = 0; i < 100 && !status.equals("completed"); i++) {
      client.send(
          "{'type':'response.create','event_id':'last','response':{'input':[],"
              + "'metadata':{'the':'last'},'output_modalities':['text']}}");
      JsonNode event = client.next();
      while (!event.at("/error/event_id").asText().equals("last")
          && !event.at("/response/metadata/the").asText().equals("last")) {
        event = client.next();
      }
      if (event.has("response")) {
        status = client.await("response.done").at("/response/status").asText();
      }
    }
    assertThat(status).isEqualTo("completed");
  }
}
