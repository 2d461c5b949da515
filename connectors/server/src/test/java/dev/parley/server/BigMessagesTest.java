package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.server.limit.MessageRateSettings;
import dev.parley.server.limit.Rate;
import dev.parley.sockets.Patience;
import dev.parley.sockets.SocketSettings;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages that are too long, and too many of them. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BigMessagesTest {

  private static final int MIB = 1 << 20;

  private TestServer server;

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    SocketSettings patient =
        SocketSettings.defaults()
            .withLoops(2)
            .withPatience(Patience.defaults().withMessage(Duration.ofMinutes(1)));
    server =
        TestServer.start(
            system,
            TestServer.settings().withSockets(patient),
            TestServer.model("think=0ms,reply=1s"));
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private static String append(int bytes) {
    return "{\"type\":\"input_audio_buffer.append\",\"event_id\":\"big\",\"audio\":\""
        + Base64.getEncoder().encodeToString(new byte[bytes])
        + "\"}";
  }

  @Test
  void appendOf15Mebibytes_isTaken_andOneMoreIsRefusedAndTheSessionLives() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=m")) {
      client.sendText(append(15 * MIB));
      client.send("{'type':'response.cancel','event_id':'mark'}");
      client.awaitError("mark");
      assertThat(client.types().stream().filter("error"::equals)).hasSize(1);
      client.sendText(append(15 * MIB + 2));
      assertThat(client.awaitError("big").path("code").asText()).isEqualTo("invalid_value");
      client.sendText(append(16 * MIB));
      assertThat(client.awaitError("big").path("param").asText()).isEqualTo("audio");
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void textOverTheCap_closesWith1009() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=m")) {
      client.await("session.created");
      try {
        client.sendText("{\"type\":\"" + "x".repeat(22 * MIB + 1) + "\"}");
      } catch (ExecutionException cutOff) {
        // the server hangs up before it has read all of it
      }
      assertThat(client.awaitClose().code()).isEqualTo(1009);
    }
  }

  @Test
  void floodOfMessages_isClosedWith1008_andNeighboursStay(ActorSystem<?> system) throws Exception {
    ServerSettings strict =
        TestServer.settings()
            .withRates(
                MessageRateSettings.defaults()
                    .withMessages(new Rate(10, 20))
                    .withPatience(Duration.ZERO));
    try (TestServer few =
            TestServer.start(system, strict, TestServer.model("think=0ms,reply=100ms"));
        TestClient neighbour = TestClient.connect(few, "?model=m");
        TestClient client = TestClient.connect(few, "?model=m")) {
      try {
        for (int i = 0; i < 1_000; i++) {
          client.send("{'type':'response.cancel'}");
        }
      } catch (ExecutionException hungUp) {
        // while it still sends
      }
      assertThat(client.awaitClose().code()).isEqualTo(1008);
      assertThat(client.drain()).hasSizeLessThan(100);
      assertThat(neighbour.textTurn().path("status").asText()).isEqualTo("completed");
    }
  }
}
