package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.vad.EnergyDetector;
import dev.parley.server.auth.Account;
import dev.parley.server.auth.AuthSettings;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.pekko.actor.typed.ActorSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requests that are no WebSocket, and the client secrets that they give. */
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsTest {

  private static final String KEY = "key-of-alice-0123456789";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HandClock clock = new HandClock();
  private TestServer server;

  @BeforeAll
  void start(ActorSystem<?> system) throws Exception {
    ServerSettings settings =
        TestServer.settings()
            .withAuth(
                AuthSettings.defaults().withAccounts(List.of(Account.of("alice", List.of(KEY)))));
    ServerParts parts =
        ServerParts.of(
                Models.none()
                    .with("one", TestServer.model("think=0ms,reply=100ms"))
                    .with("two", TestServer.model("think=0ms,reply=100ms")),
                EnergyDetector.energy())
            .withWallClock(clock)
            .withMetrics(
                accept ->
                    new MetricsPage.Page(
                        accept.contains("openmetrics")
                            ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
                            : "text/plain; version=0.0.4; charset=utf-8",
                        "up 1\n".getBytes(StandardCharsets.UTF_8)));
    server = TestServer.start(system, settings, parts);
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return server.send(request);
  }

  private HttpResponse<String> mint(String key, String body) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/v1/realtime/client_secrets"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  private JsonNode minted(String body) throws Exception {
    HttpResponse<String> answer = mint(KEY, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void models_areListedForThoseWithAKey() throws Exception {
    HttpResponse<String> list = get("/v1/models", "Authorization", "Bearer " + KEY);
    assertThat(list.statusCode()).isEqualTo(200);
    JsonNode json = JSON.readTree(list.body());
    assertThat(json.path("object").asText()).isEqualTo("list");
    assertThat(json.path("data").findValuesAsText("id")).containsExactly("one", "two");
    assertThat(get("/v1/models").statusCode()).isEqualTo(401);
  }

  @Test
  void metrics_haveTheTypeThatTheirPageSays() throws Exception {
    HttpResponse<String> page = get("/metrics");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo("up 1\n");
    assertThat(type(page)).isEqualTo("text/plain;version=0.0.4;charset=utf-8");
    assertThat(type(get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0")))
        .isEqualTo("application/openmetrics-text;version=1.0.0;charset=utf-8");
  }

  private static String type(HttpResponse<String> page) {
    return page.headers()
        .firstValue("Content-Type")
        .orElse("")
        .replace(" ", "")
        .replace("\"", "")
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void health_needsNoKey() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Authorization", "Bearer " + KEY)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void wrongMethod_is405_withThoseThatAreRight() throws Exception {
    for (String path : List.of("/healthz", "/readyz", "/metrics", "/v1/models", "/v1/realtime")) {
      HttpResponse<String> refused = ask("POST", path);
      assertThat(refused.statusCode()).as(path).isEqualTo(405);
      assertThat(refused.headers().firstValue("Allow")).as(path).contains("GET, HEAD");
    }
    HttpResponse<String> refused = ask("GET", "/v1/realtime/client_secrets");
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).contains("POST");
    assertThat(JSON.readTree(refused.body()).at("/error/code").asText())
        .isEqualTo("method_not_allowed");
  }

  @Test
  void head_worksWhereGetDoes() throws Exception {
    for (String path : List.of("/healthz", "/readyz", "/metrics", "/v1/models")) {
      HttpResponse<String> head = ask("HEAD", path);
      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).as(path).isEmpty();
      assertThat(head.headers().firstValueAsLong("Content-Length"))
          .as(path)
          .hasValue(ask("GET", path).body().length());
    }
  }

  @Test
  void bodyThatIsTooLong_is413() throws Exception {
    HttpResponse<String> answer = mint(KEY, " ".repeat((2 << 20) + 1));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(answer.body()).at("/error/code").asText())
        .isEqualTo("request_too_large");
    assertThat(mint(KEY, " ".repeat(2 << 20)).statusCode()).isEqualTo(200);
  }

  @Test
  void foreignHost_isRefused_butForProbes() throws Exception {
    for (String path : List.of("/metrics", "/v1/models", "/v1/realtime", "/nowhere")) {
      assertThat(statusAt("evil.example", path)).as(path).isEqualTo(403);
    }
    assertThat(statusAt("localhost", "/metrics")).isEqualTo(200);
    assertThat(statusAt("10.0.0.1", "/healthz")).isEqualTo(200);
    assertThat(statusAt("10.0.0.1", "/readyz")).isEqualTo(200);
  }

  /** The JDK's client chooses its Host itself. */
  private int statusAt(String host, String path) throws Exception {
    try (RawClient client = new RawClient(server)) {
      client.write("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
      return client.status();
    }
  }

  @Test
  void otherRequests_areToldSo() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/v1/realtime").statusCode()).isEqualTo(426);
    assertThat(JSON.readTree(get("/nowhere").body()).at("/error/message").asText()).isNotEmpty();
  }

  @Test
  void secret_opensTheSessionThatItIsBoundTo() throws Exception {
    JsonNode minted =
        minted(
            "{'expires_after':{'anchor':'created_at','seconds':60},'session':{'type':'realtime',"
                + "'model':'one','instructions':'be brief'}}");
    assertThat(minted.path("value").asText()).startsWith("ek_");
    assertThat(minted.path("expires_at").asLong())
        .isEqualTo(clock.instant().plusSeconds(60).getEpochSecond());
    assertThat(minted.at("/session/type").asText()).isEqualTo("realtime");
    assertThat(minted.at("/session/audio/output/voice").asText()).isNotEmpty();
    try (TestClient client =
        TestClient.connect(
            server, "?model=two", "Authorization", "Bearer " + minted.path("value").asText())) {
      JsonNode session = client.next().path("session");
      assertThat(session.path("model").asText())
          .as("bound, whatever the URL says")
          .isEqualTo("one");
      assertThat(session.path("instructions").asText()).isEqualTo("be brief");
    }
  }

  @Test
  void secret_inASubprotocol_opensItsSession() throws Exception {
    JsonNode minted = minted("{'session':{'type':'realtime','model':'two'}}");
    try (TestClient client =
        TestClient.connectWithin(
            server,
            "?model=two",
            "realtime",
            "openai-insecure-api-key." + minted.path("value").asText())) {
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void secret_thatHasExpired_isRefused_andTheSessionOfOneThatHadNotGoesOn() throws Exception {
    JsonNode minted =
        minted("{'expires_after':{'seconds':10},'session':{'type':'realtime','model':'one'}}");
    String[] key = {"Authorization", "Bearer " + minted.path("value").asText()};
    try (TestClient client = TestClient.connect(server, "?model=one", key)) {
      client.await("session.created");
      clock.pass(Duration.ofSeconds(10));
      assertThat(TestClient.refused(server, "?model=one", key).statusCode()).isEqualTo(401);
      assertThat(client.textTurn().path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void secret_mintsNothing() throws Exception {
    JsonNode minted = minted("{'session':{'type':'realtime','model':'one'}}");
    assertThat(mint(minted.path("value").asText(), "{}").statusCode()).isEqualTo(403);
    assertThat(
            get("/v1/models", "Authorization", "Bearer " + minted.path("value").asText())
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void badRequests_forSecrets_areToldByField() throws Exception {
    assertThat(mint("wrong-key-0123456789", "{}").statusCode()).isEqualTo(401);
    assertBad("nonsense", "invalid_json");
    assertBad("{'session':{'type':'nonsense'}}", "invalid_value");
    assertBad("{'session':{'type':'realtime','nope':1}}", "unknown_parameter");
    assertBad("{'expires_after':{'seconds':9}}", "integer_below_min_value");
    assertBad("{'expires_after':{'seconds':7201}}", "integer_above_max_value");
    assertBad("{'expires_after':{'anchor':'tomorrow'}}", "invalid_value");
  }

  private void assertBad(String body, String code) throws Exception {
    HttpResponse<String> answer = mint(KEY, body);
    assertThat(answer.statusCode()).as(body).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/error/code").asText()).as(body).isEqualTo(code);
  }
}
