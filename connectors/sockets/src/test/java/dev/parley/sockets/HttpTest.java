package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.ContentTypes;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** HTTP by Pekko behind the same port, over the same bridge. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpTest {

  private static final int LARGE = 3_000_000;

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @BeforeAll
  void start() {
    house =
        new TestServer(
            settings ->
                settings.withPatience(Patience.defaults().withHttpIdle(Duration.ofMillis(500))),
            echo -> echo,
            routes());
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private static Flow<HttpRequest, HttpResponse, NotUsed> routes() {
    return Flow.<HttpRequest>create()
        .map(
            request ->
                switch (request.getUri().path()) {
                  case "/large" ->
                      HttpResponse.create()
                          .withEntity(
                              HttpEntities.createChunked(
                                  ContentTypes.APPLICATION_OCTET_STREAM,
                                  Source.range(1, LARGE / 1_000)
                                      .map(i -> ByteString.fromArray(Wired.filled(1_000)))));
                  case "/back" -> HttpResponse.create().withEntity(request.entity());
                  default ->
                      HttpResponse.create()
                          .withEntity(HttpEntities.create("asked for " + request.getUri().path()));
                });
  }

  private static String get(String path) {
    return RawPeer.request(path, "Host: localhost");
  }

  @Test
  void requests_oneBehindTheOtherOnAConnection_areAllAnswered() {
    try (RawPeer peer = house.raw()) {
      for (String path : List.of("/a", "/b", "/c")) {
        peer.write(get(path));

        assertThat(peer.head()).startsWith("HTTP/1.1 200 OK\r\n");
        assertThat(peer.body(12)).isEqualTo("asked for " + path);
      }
    }
  }

  @Test
  void requests_writtenAtOnce_areAnsweredInOrder() {
    try (RawPeer peer = house.raw()) {
      peer.write(get("/1") + get("/2") + get("/3"));

      for (String path : List.of("/1", "/2", "/3")) {
        peer.head();
        assertThat(peer.body(12)).isEqualTo("asked for " + path);
      }
    }
  }

  @Test
  void body_thatComesInPieces_isStreamedBothWays() {
    try (RawPeer peer = house.raw()) {
      byte[] body = Wired.filled(500_000);
      peer.write("POST /back HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500000\r\n\r\n");
      peer.write(body);

      assertThat(peer.head()).contains("Content-Length: 500000\r\n");
      assertThat(peer.body(500_000)).isEqualTo(new String(body, StandardCharsets.UTF_8));
    }
  }

  @Test
  void answer_inChunks_comesWhole() {
    try (RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/large", "Host: localhost", "Connection: close"));

      assertThat(peer.head()).contains("Transfer-Encoding: chunked\r\n");
      long letters = peer.rest().chars().filter(c -> c == 'z').count();
      assertThat(letters).isEqualTo(LARGE / 1_000 * 38);
    }
  }

  @Test
  void connection_thatIsToBeClosed_isClosedBehindTheAnswer() {
    try (RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/a", "Host: localhost", "Connection: close"));

      peer.head();
      assertThat(peer.rest()).isEqualTo("asked for /a");
    }
  }

  @Test
  void client_thatFinishedWriting_stillGetsItsAnswer() {
    try (RawPeer peer = house.raw()) {
      peer.write(get("/a"));
      peer.finishWriting();

      peer.head();
      assertThat(peer.rest()).isEqualTo("asked for /a");
    }
  }

  @Test
  void upgrade_thatIsNotTheApplications_goesToTheRoutes() {
    try (RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/elsewhere", RawPeer.upgradeHeaders()));

      assertThat(peer.head()).startsWith("HTTP/1.1 200 OK\r\n");
      assertThat(peer.body(20)).isEqualTo("asked for /elsewhere");
    }
  }

  @Test
  void nonsense_isRefusedByTheRoutes() {
    try (RawPeer peer = house.raw()) {
      peer.write("GET /a HTTP/1.1\r\nno header\r\n\r\n");

      assertThat(peer.head()).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void connection_thatIsSilent_isClosed() {
    try (RawPeer peer = house.raw()) {
      peer.write(get("/a"));
      peer.head();
      peer.body(12);

      assertThat(peer.isEnd()).isTrue();
    }
  }

  @Test
  void requestsAndSockets_atTheSameTime_doNotDisturbEachOther() {
    try (RawPeer socket = house.raw();
        RawPeer http = house.raw()) {
      socket.upgrade("/echo", Optional.empty());
      IntStream.range(0, 50)
          .forEach(
              i -> {
                http.write(get("/a"));
                socket.write(Wired.text("message " + i));
                http.head();
                assertThat(http.body(12)).isEqualTo("asked for /a");
                assertThat(socket.frame()).isEqualTo(WsFrame.text("message " + i));
              });
    }
  }
}
