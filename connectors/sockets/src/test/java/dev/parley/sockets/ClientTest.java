package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientTest {

  private final BlockingQueue<UpgradeRequest> asked = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @SuppressWarnings("NullAway.Init")
  private SocketClient client;

  @BeforeAll
  void start() {
    house =
        new TestServer(
            settings -> settings,
            echo ->
                request -> {
                  asked.add(request);
                  return request.path().equals("/no")
                      ? CompletableFuture.completedStage(
                          UpgradeAnswer.refuse(401, "{\"error\":{\"code\":\"invalid_api_key\"}}"))
                      : echo.ask(request);
                });
    client =
        SocketClient.start(
            house.system,
            ClientSettings.defaults()
                .withPatience(Patience.defaults().withHead(Duration.ofSeconds(5))));
  }

  @AfterAll
  void stop() {
    TestServer.get(client.shutdown());
    house.close();
  }

  private Throwable failure(URI uri) throws Exception {
    try {
      client.connect(uri, Map.of(), List.of()).toCompletableFuture().get(10, TimeUnit.SECONDS);
      throw new AssertionError("it was opened");
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    }
  }

  @Test
  void request_arrivesAsItWasMeant() throws Exception {
    asked.clear();
    TestServer.get(
        client.connect(
            house.uri("/echo?model=a%20b"),
            Map.of("Authorization", "Bearer key"),
            List.of("realtime", "other")));

    UpgradeRequest request = Seen.next(asked);
    assertThat(request.path()).isEqualTo("/echo");
    assertThat(request.parameter("model")).contains("a b");
    assertThat(request.header("AUTHORIZATION")).contains("Bearer key");
    assertThat(request.subprotocols()).containsExactly("realtime", "other");
    assertThat(request.remote().getAddress().isLoopbackAddress()).isTrue();
    assertThat(request.tls()).isFalse();
    assertThat(request.toString()).doesNotContain("key").doesNotContain("a b");
  }

  @Test
  void refusal_isToldWithStatusAndBody() throws Exception {
    Throwable fault = failure(house.uri("/no"));

    assertThat(fault).isInstanceOf(UpgradeRefused.class).hasMessage("The server said 401.");
    assertThat(((UpgradeRefused) fault).status()).isEqualTo(401);
    assertThat(((UpgradeRefused) fault).body()).contains("invalid_api_key");
  }

  @Test
  void answerThatIsNoUpgrade_isARefusal() throws Exception {
    Throwable fault = failure(house.uri("/elsewhere"));

    assertThat(((UpgradeRefused) fault).status()).isEqualTo(200);
  }

  @Test
  void portWhereNobodyListens_isToldByTcp() throws Exception {
    assertThat(failure(URI.create("ws://127.0.0.1:1/"))).isInstanceOf(IOException.class);
  }

  @Test
  void uriThatIsNoWebSocket_isRefused() {
    assertThatThrownBy(() -> client.connect(URI.create("http://a/"), Map.of(), List.of()))
        .hasMessageContaining("ws://host/path");
  }

  @Test
  void headerWithALineBreak_isRefused() {
    assertThatThrownBy(
            () -> client.connect(house.uri("/echo"), Map.of("X-A", "b\r\nc: d"), List.of()))
        .hasMessageContaining("printable ASCII");
  }

  @Test
  void closeOfTheServer_isTheLastFrame() {
    ClientSocket socket = TestServer.get(client.connect(house.uri("/echo"), Map.of(), List.of()));

    List<WsFrame> heard =
        TestServer.get(
            Source.<WsFrame>from(List.of(WsFrame.text("a"), new WsFrame.Close(3001, "enough")))
                .concat(Source.maybe())
                .viaMat(socket.socketAnywhere(), Keep.right())
                .runWith(Sink.seq(), house.system));

    assertThat(heard).last().isEqualTo(new WsFrame.Close(3001, "enough").byUs());
  }
}
