package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.server.limit.AdmissionLimits;
import dev.parley.server.limit.SessionLimits;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every way in which a session ends: its client is told why, and nobody else notices. */
@ExtendWith(SharedSystem.class)
class SessionEndTest {

  private static final String MODEL = "think=0ms,reply=200ms";

  /** Breaks down as soon as it writes: a fault in a stage, not a reply that fails. */
  private record BrokenModel(Backend behind) implements Backend {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Capabilities capabilities() {
      return behind.capabilities();
    }

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      return behind.negotiate(in);
    }

    @Override
    public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
      return behind
          .open(spec)
          .map(
              frame -> {
                if (frame instanceof ReplySignal.TextDelta) {
                  throw new IllegalStateException("broken on purpose");
                }
                return frame;
              });
    }
  }

  private static List<TestClient> neighbours(TestServer server, int count) throws Exception {
    List<TestClient> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(TestClient.connect(server, "?model=whole"));
    }
    return all;
  }

  private static void assertServed(List<TestClient> clients) throws Exception {
    for (TestClient client : clients) {
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
      client.close();
    }
  }

  /** The last words of a server that had a fault. */
  private static void assertServerError(TestClient client) throws Exception {
    JsonNode error = client.await("error").path("error");
    assertThat(error.path("type").asText()).isEqualTo("server_error");
    assertThat(error.path("message").asText()).doesNotContain("purpose");
    assertThat(client.awaitClose().code()).isEqualTo(1011);
  }

  @Test
  void expiry_isTold_andClosesWith1001(ActorSystem<?> system) throws Exception {
    ServerSettings brief =
        TestServer.settings()
            .withLimits(SessionLimits.defaults().withLength(Duration.ofMillis(300)));
    try (TestServer server = TestServer.start(system, brief, TestServer.model(MODEL));
        TestClient client = TestClient.connect(server, "?model=m")) {
      JsonNode error = client.await("error").path("error");
      assertThat(error.path("code").asText()).isEqualTo("session_expired");
      TestClient.Closed closed = client.awaitClose();
      assertThat(closed.code()).isEqualTo(1001);
      assertThat(closed.reason()).isEqualTo(error.path("message").asText());
    }
  }

  @Test
  void drain_refusesNewSessions_letsOldOnesRunOn_andThenTellsThem(ActorSystem<?> system)
      throws Exception {
    TestServer server = TestServer.start(system, TestServer.settings(), TestServer.model(MODEL));
    try (TestClient client = TestClient.connect(server, "?model=m")) {
      client.await("session.created");
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
      CompletionStage<Done> stopped = server.server().stop(Duration.ofSeconds(2));
      HttpResponse<?> refused = TestClient.refused(server, "?model=m");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).contains("5");
      assertThat(server.get("/readyz").statusCode()).isEqualTo(503);
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
      assertThat(client.await("error").at("/error/code").asText()).isEqualTo("session_ended");
      assertThat(client.awaitClose().code()).isEqualTo(1012);
      stopped.toCompletableFuture().get(20, TimeUnit.SECONDS);
      assertThat(server.server().sessions()).isZero();
    }
  }

  @Test
  void drain_endsAsSoonAsTheLastSessionHasLeft(ActorSystem<?> system) throws Exception {
    TestServer server = TestServer.start(system, TestServer.settings(), TestServer.model(MODEL));
    CompletionStage<Done> stopped;
    try (TestClient client = TestClient.connect(server, "?model=m")) {
      client.await("session.created");
      stopped = server.server().stop(Duration.ofHours(1));
    }
    stopped.toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(server.server().stop()).as("the same end").isSameAs(stopped);
  }

  @Test
  void brokenModel_endsItsSessionWith1011_andNoOther(ActorSystem<?> system) throws Exception {
    Backend whole = TestServer.model(MODEL);
    ServerParts parts =
        ServerParts.of(
            Models.none().with("whole", whole).with("broken", new BrokenModel(whole)),
            EnergyDetector.energy());
    try (TestServer server = TestServer.start(system, TestServer.settings(), parts)) {
      List<TestClient> neighbours = neighbours(server, 20);
      try (TestClient victim = TestClient.connect(server, "?model=broken")) {
        victim.send("{'type':'response.create','response':{'output_modalities':['text']}}");
        assertServerError(victim);
      }
      assertServed(neighbours);
    }
  }

  @Test
  void killedSession_endsWith1011_andNoOther(ActorSystem<?> system) throws Exception {
    ServerParts parts =
        ServerParts.of(
            Models.none().with("whole", TestServer.model(MODEL)), EnergyDetector.energy());
    try (TestServer server = TestServer.start(system, TestServer.settings(), parts)) {
      List<TestClient> neighbours = neighbours(server, 20);
      try (TestClient victim = TestClient.connect(server, "?model=whole")) {
        String id = victim.await("session.created").at("/session/id").asText();
        system
            .classicSystem()
            .actorSelection("/system/sessions-*/" + id)
            .tell(PoisonPill.getInstance(), ActorRef.noSender());
        assertServerError(victim);
      }
      assertServed(neighbours);
    }
  }

  @Test
  void stop_doesNotWaitForIdleConnections(ActorSystem<?> system) throws Exception {
    ServerSettings patient = TestServer.settings().withFarewell(Duration.ofHours(1));
    TestServer server = TestServer.start(system, patient, TestServer.model(MODEL));
    assertThat(server.get("/healthz").statusCode()).isEqualTo(200); // its connection is kept
    server.server().stop(Duration.ofHours(1)).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void seat_isFreeAsSoonAsItsSessionIsGone(ActorSystem<?> system) throws Exception {
    ServerSettings one =
        TestServer.settings()
            .withLimits(
                SessionLimits.defaults().withAdmission(AdmissionLimits.defaults().withPerNode(1)));
    try (TestServer server = TestServer.start(system, one, TestServer.model(MODEL))) {
      for (int i = 0; i < 30; i++) {
        try (TestClient client = TestClient.connect(server, "?model=m")) {
          client.await("session.created");
        }
        Retry.until(() -> server.server().sessions() == 0);
      }
    }
  }

  @Test
  void clientThatVanishes_leavesItsSeat(ActorSystem<?> system) throws Exception {
    ServerSettings one =
        TestServer.settings()
            .withLimits(
                SessionLimits.defaults().withAdmission(AdmissionLimits.defaults().withPerNode(1)));
    try (TestServer server = TestServer.start(system, one, TestServer.model(MODEL))) {
      try (TestClient client = TestClient.connect(server, "?model=m")) {
        client.send("{'type':'response.create'}");
        client.await("response.created");
      }
      Retry.until(
          () -> {
            try (TestClient next = TestClient.connect(server, "?model=m")) {
              return next.textTurn().path("status").asText().equals("completed");
            } catch (ExecutionException full) {
              return false;
            }
          });
    }
  }
}
