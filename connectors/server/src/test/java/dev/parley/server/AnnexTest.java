package dev.parley.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.limit.AdmissionLimits;
import dev.parley.server.limit.Seat;
import dev.parley.sockets.UpgradeAnswer;
import dev.parley.sockets.Upgrades;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.server.Directives;
import org.apache.pekko.http.javadsl.server.Route;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What else is on the server's port. */
@ExtendWith(SharedSystem.class)
class AnnexTest {

  private static final int TEAPOT = 418;

  /** Knows one address for requests and one for sockets. */
  private static final class Shed implements Annex {

    private final String name;
    private final boolean home;
    private final List<String> told = new ArrayList<>();
    private @Nullable Runnable onExpelled;

    Shed(String name, boolean home) {
      this.name = name;
      this.home = home;
    }

    @Override
    public Upgrades upgrades() {
      return request ->
          CompletableFuture.completedStage(
              request.path().equals("/" + name + "/socket")
                  ? UpgradeAnswer.refuse(TEAPOT, "{\"from\":\"" + name + "\"}")
                  : UpgradeAnswer.notMine());
    }

    @Override
    public Route routes() {
      return Directives.path(name, () -> Directives.complete("from the " + name));
    }

    @Override
    public boolean isAtHome() {
      return home;
    }

    @Override
    public synchronized void drain() {
      told.add("drain");
    }

    @Override
    public synchronized void expelAll() {
      told.add("expel");
      if (onExpelled != null) {
        onExpelled.run();
      }
    }

    synchronized void whenExpelled(Runnable then) {
      onExpelled = then;
    }

    synchronized List<String> told() {
      return List.copyOf(told);
    }
  }

  private final Shed page = new Shed("page", /* home= */ true);
  private final Shed phone = new Shed("phone", /* home= */ false);
  private final AtomicReference<@Nullable Premises> premises = new AtomicReference<>();

  private Premises premises() {
    return Objects.requireNonNull(premises.get(), "the server has not started");
  }

  private TestServer start(ActorSystem<?> system, int perNode) throws Exception {
    ServerSettings settings = TestServer.settings();
    return TestServer.start(
        system,
        settings.withLimits(
            settings.limits().withAdmission(AdmissionLimits.defaults().withPerNode(perNode))),
        TestServer.parts(TestServer.model("think=0ms,reply=100ms"))
            .withAnnexes(
                List.of(
                    shared -> {
                      premises.set(shared);
                      return page;
                    },
                    shared -> phone)));
  }

  @Test
  void requests_areAnsweredByWhoKnowsTheAddress(ActorSystem<?> system) throws Exception {
    try (TestServer server = start(system, 1)) {
      assertThat(server.get("/page").body()).isEqualTo("from the page");
      assertThat(server.get("/phone").body()).isEqualTo("from the phone");
      assertThat(server.get("/healthz").body()).isEqualTo("ok\n");
      assertThat(server.get("/nobody").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void foreignHost_reachesOnlyWhatIsNotAtHome(ActorSystem<?> system) throws Exception {
    try (TestServer server = start(system, 1)) {
      assertThat(statusAbroad(server, "/phone")).isEqualTo(200);
      assertThat(statusAbroad(server, "/page")).isEqualTo(403);
    }
  }

  /** The JDK's client chooses its Host itself. */
  private static int statusAbroad(TestServer server, String path) throws Exception {
    try (RawClient client = new RawClient(server)) {
      client.write("GET " + path + " HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n");
      return client.status();
    }
  }

  @Test
  void sockets_areOfferedToAll(ActorSystem<?> system) throws Exception {
    try (TestServer server = start(system, 1)) {
      assertThatThrownBy(() -> connect(server, "/phone/socket"))
          .hasCauseInstanceOf(WebSocketHandshakeException.class)
          .cause()
          .satisfies(
              refused ->
                  assertThat(((WebSocketHandshakeException) refused).getResponse().statusCode())
                      .isEqualTo(TEAPOT));
      assertThat(connect(server, "/v1/realtime?model=any").isOutputClosed()).isFalse();
    }
  }

  private static WebSocket connect(TestServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("ws://127.0.0.1:" + server.port() + path), new WebSocket.Listener() {})
        .get(20, TimeUnit.SECONDS);
  }

  @Test
  void seats_areShared_andADrainWaitsForThem(ActorSystem<?> system) throws Exception {
    try (TestServer server = start(system, 1)) {
      assertThat(premises().hasSeat()).isTrue();
      Seat seat = premises().seat("telephone", 1).orElseThrow();
      assertThat(premises().hasSeat()).isFalse();
      assertThat(premises().seat("telephone", 1)).isEmpty();
      assertThatThrownBy(() -> connect(server, "/v1/realtime?model=any"))
          .hasCauseInstanceOf(WebSocketHandshakeException.class);
      phone.whenExpelled(seat::close);

      CompletionStage<Done> stopped = server.server().stop(Duration.ofMillis(50));
      assertThat(premises().hasSeat()).isFalse();
      stopped.toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(phone.told()).containsExactly("drain", "expel");
      assertThat(page.told()).containsExactly("drain", "expel");
    }
  }
}
