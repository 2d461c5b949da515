package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Backend;
import dev.parley.engine.model.Capabilities;
import dev.parley.engine.model.Control;
import dev.parley.engine.model.SessionSpec;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.AuthSettings;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A session of which the client does not say how hard to think: as the model prefers it. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UsualEffortTest {

  private static final String KEY = "parley_0123456789abcdef0123456789abcdef";
  private static final String EFFORT = "/session/reasoning/effort";

  private final Queue<Effort> told = new ConcurrentLinkedQueue<>();
  private TestServer server;

  /** Another model that prefers high effort, and notes what it is told. */
  private final class Thorough implements Backend {
    private final Backend other = TestServer.model("think=0ms,reply=100ms");

    @Override
    public String name() {
      return other.name();
    }

    @Override
    public Effort effort() {
      return Effort.HIGH;
    }

    @Override
    public Capabilities capabilities() {
      return other.capabilities();
    }

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      return other.negotiate(in);
    }

    @Override
    public Flow<Inbound, Outbound, Control> open(SessionSpec spec) {
      told.add(spec.brief().effort());
      return other.open(spec);
    }
  }

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    ServerSettings settings =
        TestServer.settings()
            .withAuth(
                AuthSettings.defaults().withAccounts(List.of(Account.of("alice", List.of(KEY)))));
    server = TestServer.start(system, settings, new Thorough());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private JsonNode session(String key) throws Exception {
    try (TestClient client =
        TestClient.connect(server, "?model=m", "Authorization", "Bearer " + key)) {
      return client.await("session.created");
    }
  }

  private JsonNode secret(String session) throws Exception {
    return new ObjectMapper()
        .readTree(
            server
                .send(
                    HttpRequest.newBuilder(server.uri("/v1/realtime/client_secrets"))
                        .header("Authorization", "Bearer " + KEY)
                        .POST(
                            HttpRequest.BodyPublishers.ofString(
                                "{'session':{'type':'realtime','model':'m'%s}}"
                                    .formatted(session)
                                    .replace('\'', '"'))))
                .body());
  }

  @Test
  void session_showsAndUsesTheModelsOwn() throws Exception {
    told.clear();
    assertThat(session(KEY).at(EFFORT).asText()).isEqualTo("high");
    assertThat(told).containsExactly(Effort.HIGH);
  }

  @Test
  void secret_showsTheSame_andOpensIt() throws Exception {
    JsonNode minted = secret("");
    assertThat(minted.at(EFFORT).asText()).isEqualTo("high");
    assertThat(session(minted.path("value").asText()).at(EFFORT).asText()).isEqualTo("high");
  }

  @Test
  void secret_thatNamesOne_keepsIt() throws Exception {
    JsonNode minted = secret(",'reasoning':{'effort':'low'}");
    assertThat(minted.at(EFFORT).asText()).isEqualTo("low");
    assertThat(session(minted.path("value").asText()).at(EFFORT).asText()).isEqualTo("low");
  }
}
