package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.AuthSettings;
import dev.parley.server.limit.AdmissionLimits;
import dev.parley.server.limit.SessionLimits;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes in, and how many at once. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdmissionTest {

  private static final String ALICE = "key-of-alice-0123456789";
  private static final String BOB = "key-of-bob-0123456789";
  private static final String[] AS_ALICE = {"Authorization", "Bearer " + ALICE};
  private static final String[] AS_BOB = {"Authorization", "Bearer " + BOB};

  private TestServer server;

  private static ServerSettings settings(int perKey, int perNode) {
    return TestServer.settings()
        .withAuth(
            AuthSettings.defaults()
                .withAccounts(
                    List.of(Account.of("alice", List.of(ALICE)), Account.of("bob", List.of(BOB)))))
        .withLimits(
            SessionLimits.defaults()
                .withAdmission(AdmissionLimits.defaults().withPerKey(perKey).withPerNode(perNode)));
  }

  private static ServerParts parts() {
    return ServerParts.of(
        Models.none()
            .with("known", TestServer.model("think=0ms,reply=100ms"))
            .with("deaf", new DeafModel(TestServer.model("think=0ms,reply=100ms"))),
        EnergyDetector.energy());
  }

  /** Cannot listen to anybody. */
  private record DeafModel(Backend behind) implements Backend {
    @Override
    public String name() {
      return "deaf";
    }

    @Override
    public Capabilities capabilities() {
      return behind.capabilities();
    }

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      throw new Refused("deaf", in, "ask somebody else");
    }

    @Override
    public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
      return behind.open(spec);
    }
  }

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    server = TestServer.start(system, settings(2, 5), parts());
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private static int status(TestServer server, String query, String... headers) throws Exception {
    return TestClient.refused(server, query, headers).statusCode();
  }

  @Test
  void wrongKeys_are401_whereverTheyStand() throws Exception {
    HttpResponse<?> missing = TestClient.refused(server, "?model=known");
    assertThat(missing.statusCode()).isEqualTo(401);
    assertThat(missing.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    assertThat(status(server, "?model=known", "Authorization", "Bearer wrong")).isEqualTo(401);
    assertThat(status(server, "?model=known&api_key=" + ALICE)).isEqualTo(401);
    assertThat(status(server, "?model=known&api_key=" + ALICE, AS_ALICE)).isEqualTo(401);
  }

  @Test
  void foreignPages_are403_andThoseOfThisMachineComeIn() throws Exception {
    assertThat(
            status(
                server,
                "?model=known",
                "Authorization",
                "Bearer " + ALICE,
                "Origin",
                "https://evil.example"))
        .isEqualTo(403);
    Retry.until(
        () -> {
          try (TestClient client =
              TestClient.connect(
                  server,
                  "?model=known",
                  "Authorization",
                  "Bearer " + ALICE,
                  "Origin",
                  "http://localhost:3000")) {
            return client.next().path("type").asText().equals("session.created");
          } catch (ExecutionException full) {
            return false;
          }
        });
  }

  @Test
  void badRequests_areToldBeforeTheUpgrade() throws Exception {
    assertThat(status(server, "?model=unknown", AS_ALICE)).isEqualTo(404);
    assertThat(status(server, "", AS_ALICE)).isEqualTo(400);
    assertThat(status(server, "?intent=translation", AS_ALICE)).isEqualTo(400);
    assertThat(status(server, "?intent=transcription&model=known", AS_ALICE)).isEqualTo(400);
    assertThat(status(server, "?call_id=rtc_1", AS_ALICE)).isEqualTo(400);
  }

  @Test
  void browsers_sayTheirKeyInASubprotocol_andAreAnsweredRealtimeOnly(ActorSystem<?> system)
      throws Exception {
    try (TestServer alone = TestServer.start(system, settings(2, 5), parts());
        TestClient client =
            TestClient.connectWithin(
                alone,
                "?model=known",
                "realtime",
                "openai-insecure-api-key." + ALICE,
                "openai-agents-sdk.0.20.0")) {
      assertThat(client.subprotocol()).isEqualTo("realtime");
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void keysShare_is429_andTheNodes503(ActorSystem<?> system) throws Exception {
    List<TestClient> in = new ArrayList<>();
    try (TestServer alone = TestServer.start(system, settings(2, 3), parts())) {
      in.add(TestClient.connect(alone, "?model=known", AS_ALICE));
      in.add(TestClient.connect(alone, "?model=known", AS_ALICE));
      HttpResponse<?> third = TestClient.refused(alone, "?model=known", AS_ALICE);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).contains("5");
      in.add(TestClient.connect(alone, "?model=known", AS_BOB));
      HttpResponse<?> fourth = TestClient.refused(alone, "?model=known", AS_BOB);
      assertThat(fourth.statusCode()).isEqualTo(503);
      assertThat(fourth.headers().firstValue("Retry-After")).contains("5");
      in.removeFirst().close();
      Retry.until(
          () -> {
            try {
              in.add(TestClient.connect(alone, "?model=known", AS_ALICE));
              return true;
            } catch (ExecutionException full) {
              return false;
            }
          });
      assertThat(alone.server().sessions()).isEqualTo(3);
    } finally {
      in.forEach(TestClient::close);
    }
  }

  @Test
  void manyAtOnce_neverOneTooMany(ActorSystem<?> system) throws Exception {
    List<TestClient> in = new ArrayList<>();
    try (TestServer alone = TestServer.start(system, settings(50, 7), parts());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<TestClient>> attempts = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        attempts.add(() -> TestClient.connect(alone, "?model=known", AS_ALICE));
      }
      int refused = 0;
      for (Future<TestClient> attempt : threads.invokeAll(attempts)) {
        try {
          in.add(attempt.get());
        } catch (ExecutionException full) {
          refused++;
        }
      }
      assertThat(in).hasSize(7);
      assertThat(refused).isEqualTo(43);
      assertThat(alone.server().sessions()).isEqualTo(7);
      for (TestClient client : in) {
        assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
      }
    } finally {
      in.forEach(TestClient::close);
    }
  }

  @Test
  void sessionThatCannotBeMade_is503_andKeepsNoSeat(ActorSystem<?> system) throws Exception {
    try (TestServer alone = TestServer.start(system, settings(1, 1), parts())) {
      for (int i = 0; i < 3; i++) {
        assertThat(status(alone, "?model=deaf", AS_ALICE)).isEqualTo(503);
      }
      try (TestClient client = TestClient.connect(alone, "?model=known", AS_ALICE)) {
        assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
      }
    }
  }
}
