package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.AuthSettings;
import java.net.http.HttpRequest;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** Requests that are refused are told in the log, as clients that are not let in. */
@ExtendWith(SharedSystem.class)
class RequestRefusalsTest {

  private static final String KEY = "key-of-alice-0123456789";
  private static final String MARK = "canary";

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(RefusalLog.class);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setLevel(null); // as the root's again
  }

  @Test
  void refusals_areOneLineEach_withoutWhatWasSent(ActorSystem<?> system) throws Exception {
    ServerSettings settings =
        TestServer.settings()
            .withAuth(
                AuthSettings.defaults().withAccounts(List.of(Account.of("alice", List.of(KEY)))));
    try (TestServer server =
        TestServer.start(system, settings, TestServer.model("think=0ms,reply=100ms"))) {
      assertThat(mint(server, MARK + "-0123456789", "{}")).isEqualTo(401);
      assertThat(statusAt(server, MARK + ".example")).isEqualTo(403);
      assertThat(mint(server, KEY, "{\"" + MARK + "\":1}")).isEqualTo(400);
      assertThat(mint(server, KEY, MARK + " ".repeat(2 << 20))).isEqualTo(413);
      assertThat(mint(server, KEY, "{}")).isEqualTo(200);
      assertThat(server.get("/" + MARK).statusCode()).isEqualTo(404);
      for (int i = 0; i < 10; i++) {
        assertThat(mint(server, MARK + i + "-0123456789", "{}")).isIn(401, 429);
      }
    }
    assertThat(lines.list).allMatch(line -> line.getLevel() == Level.INFO);
    assertThat(lines.list)
        .extracting(line -> value(line, "status"))
        .startsWith(401, 403, 400, 413, 404, 401)
        .endsWith(429);
    assertThat(lines.list).extracting(line -> value(line, "from")).containsOnly("127.0.0.1");
    assertThat(lines.list).noneMatch(line -> line.getKeyValuePairs().toString().contains(MARK));
  }

  private static int mint(TestServer server, String key, String body) throws Exception {
    return server
        .send(
            HttpRequest.newBuilder(server.uri("/v1/realtime/client_secrets"))
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body)))
        .statusCode();
  }

  /** The JDK's client chooses its Host itself. */
  private static int statusAt(TestServer server, String host) throws Exception {
    try (RawClient client = new RawClient(server)) {
      client.write("GET /v1/models HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      return client.status();
    }
  }

  private static Object value(ILoggingEvent line, String key) {
    return line.getKeyValuePairs().stream()
        .filter(pair -> pair.key.equals(key))
        .map(pair -> pair.value)
        .findFirst()
        .orElseThrow();
  }
}
