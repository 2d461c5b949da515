package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.tempo.TempoSettings;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.audio.vad.VadTuning;
import dev.parley.engine.pipeline.Recording;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.server.ServerRecorders.Answer;
import dev.parley.server.limit.AdmissionLimits;
import dev.parley.testkit.SpyRecording;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions are shown to whoever records them. */
@ExtendWith(SharedSystem.class)
class ServerRecordersTest {

  private final SpyRecording spy = new SpyRecording();
  private final BlockingQueue<ServerRecorders.Session> asked = new LinkedBlockingQueue<>();
  private TestServer server;

  @BeforeEach
  void start(ActorSystem<?> system) throws Exception {
    server =
        TestServer.start(
            system,
            TestServer.settings(),
            TestServer.parts(TestServer.model("think=10ms,reply=1s"))
                .withRecorders(
                    session -> {
                      asked.add(session);
                      return spy;
                    }));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** What was said of a session that connects like this. */
  private ServerRecorders.Session session(String query, String... headers) throws Exception {
    try (TestClient client = TestClient.connect(server, query, headers)) {
      client.await("session.created");
      return asked.poll(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void recording_standsAroundAllFour_andTheSessionWorks() throws Exception {
    try (TestClient client = TestClient.connect(server, "?model=any")) {
      client.textTurn();

      assertThat(spy.around())
          .containsExactly("door realtime", "model scripted", "settings", "call realtime");
      assertThat(spy.heard()).hasAtLeastOneElementOfType(CallEvent.ReplyStarted.class);
    }
  }

  @Test
  void recorder_learnsHowTheSessionHears() throws Exception {
    ServerRecorders.Session session = session("?model=any");

    assertThat(session.account()).isEqualTo("loopback");
    assertThat(session.rooms().detector()).isEqualTo(EnergyDetector.energy().name());
    assertThat(session.rooms().vad()).isNotEqualTo(VadTuning.off());
    assertThat(session.rooms().tempo()).isEqualTo(new TempoSettings(1));
  }

  @Test
  void client_thatSaysNothing_hasAgreedToNothing() throws Exception {
    ServerRecorders.Session session = session("?model=any");

    assertThat(session.answer()).isEqualTo(Answer.NONE);
    assertThat(session.subject()).isEmpty();
  }

  @Test
  void client_saysItInHeaders() throws Exception {
    ServerRecorders.Session session =
        session("?model=any", "Parley-Record", "Yes", "OpenAI-Safety-Identifier", "caller-17");

    assertThat(session.answer()).isEqualTo(Answer.YES);
    assertThat(session.subject()).hasValue("caller-17");
    assertThat(session.toString()).doesNotContain("caller-17");
  }

  @Test
  void browser_saysItInTheQuery() throws Exception {
    ServerRecorders.Session session = session("?model=any&record=yes&subject=caller%2017");

    assertThat(session.answer()).isEqualTo(Answer.YES);
    assertThat(session.subject()).hasValue("caller 17");
  }

  @Test
  void oneNo_winsOverAnyYes() throws Exception {
    assertThat(session("?model=any&record=yes", "Parley-Record", "no").answer())
        .isEqualTo(Answer.NO);
    assertThat(session("?model=any&record=yes&record=").answer()).isEqualTo(Answer.NO);
  }

  @Test
  void whoIsNotLetIn_isNobodysRecording(ActorSystem<?> system) throws Exception {
    AdmissionLimits one = TestServer.settings().limits().admission().withPerNode(1);
    try (TestServer small =
            TestServer.start(
                system,
                TestServer.settings().withLimits(TestServer.settings().limits().withAdmission(one)),
                TestServer.parts(TestServer.model("reply=1s"))
                    .withRecorders(
                        session -> {
                          asked.add(session);
                          return Recording.off();
                        }));
        TestClient first = TestClient.connect(small, "?model=any")) {
      first.await("session.created");

      assertThat(TestClient.refused(small, "?model=any").statusCode()).isEqualTo(503);
      assertThat(asked).hasSize(1);
    }
  }
}
