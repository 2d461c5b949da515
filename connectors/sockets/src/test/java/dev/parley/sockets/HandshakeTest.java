package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked for a WebSocket, rightly and wrongly, and what is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandshakeTest {

  /**
   * @param head what is sent
   * @param status what has to come back; the connection ends then, unless it is 101
   */
  private record Asked(String name, String head, int status) {

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String HOST = "Host: localhost";
  private static final String UPGRADE = "Upgrade: websocket";
  private static final String CONNECTION = "Connection: Upgrade";
  private static final String VERSION = "Sec-WebSocket-Version: 13";
  private static final String KEY = "Sec-WebSocket-Key: " + RawPeer.KEY;

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @BeforeAll
  void start() {
    house =
        new TestServer(
            settings ->
                settings.withPatience(
                    Patience.defaults()
                        .withHead(Duration.ofMillis(400))
                        .withAttach(Duration.ofMillis(400))
                        .withClose(Duration.ofMillis(200))),
            echo ->
                request ->
                    switch (request.path()) {
                      case "/never" -> new CompletableFuture<>();
                      case "/fails" -> CompletableFuture.failedStage(new RuntimeException("x"));
                      case "/breaks" -> throw new AssertionError("z");
                      case "/throws" -> throw new IllegalStateException("y");
                      case "/no" ->
                          CompletableFuture.completedStage(
                              new UpgradeAnswer.Refuse(
                                  429, Map.of("Retry-After", "7"), "{\"error\":{}}"));
                      case "/other" ->
                          CompletableFuture.completedStage(UpgradeAnswer.accept("unoffered"));
                      case "/late" ->
                          CompletableFuture.completedStage(UpgradeAnswer.accept()); // never run
                      default -> echo.ask(request);
                    });
  }

  @AfterAll
  void stop() {
    house.close();
  }

  static List<Asked> asked() {
    List<Asked> all = new ArrayList<>();
    all.add(asked("as it should be", 101, HOST, UPGRADE, CONNECTION, VERSION, KEY));
    all.add(
        asked(
            "names and words in other cases, lists with more",
            101,
            "HOST: localhost",
            "upgrade: WebSocket",
            "connection: keep-alive, uPGRADE",
            VERSION,
            KEY));
    all.add(
        asked(
            "compression offered, which is not taken",
            101,
            HOST,
            UPGRADE,
            CONNECTION,
            VERSION,
            KEY,
            "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"));
    all.add(asked("version 8", 426, HOST, UPGRADE, CONNECTION, "Sec-WebSocket-Version: 8", KEY));
    all.add(asked("no version", 426, HOST, UPGRADE, CONNECTION, KEY));
    all.add(asked("no key", 400, HOST, UPGRADE, CONNECTION, VERSION));
    all.add(asked("two keys", 400, HOST, UPGRADE, CONNECTION, VERSION, KEY, KEY));
    all.add(
        asked("a short key", 400, HOST, UPGRADE, CONNECTION, VERSION, "Sec-WebSocket-Key: YWJj"));
    all.add(
        asked(
            "a key that is no Base64",
            400,
            HOST,
            UPGRADE,
            CONNECTION,
            VERSION,
            "Sec-WebSocket-Key: !!!!!!!!!!!!!!!!!!!!!!!!"));
    all.add(asked("no Connection: Upgrade", 400, HOST, UPGRADE, VERSION, KEY));
    all.add(asked("no host", 400, UPGRADE, CONNECTION, VERSION, KEY));
    all.add(asked("two hosts", 400, HOST, HOST, UPGRADE, CONNECTION, VERSION, KEY));
    all.add(asked("a body", 400, HOST, UPGRADE, CONNECTION, VERSION, KEY, "Content-Length: 5"));
    all.add(
        new Asked(
            "HTTP/1.0",
            RawPeer.request("/echo", RawPeer.upgradeHeaders()).replace("HTTP/1.1", "HTTP/1.0"),
            400));
    all.add(
        new Asked(
            "a path that is a whole URI",
            RawPeer.request("http://localhost/echo", RawPeer.upgradeHeaders()),
            400));
    all.add(
        new Asked(
            "a query that cannot be decoded",
            RawPeer.request("/echo?a=%zz", RawPeer.upgradeHeaders()),
            400));
    all.add(
        new Asked(
            "a URI of 2 kB and more",
            RawPeer.request("/" + "a".repeat(2_048), RawPeer.upgradeHeaders()),
            414));
    all.add(withHeader("a header of 4 kB and more", "X-Long: " + "a".repeat(4_097), 431));
    all.add(withHeader("a header of exactly 4 kB", "X-Long: " + "a".repeat(4_096), 101));
    all.add(new Asked("32 headers", RawPeer.request("/echo", many(27)), 101));
    all.add(new Asked("33 headers", RawPeer.request("/echo", many(28)), 431));
    all.add(
        new Asked("80 kB of headers", "GET /echo HTTP/1.1\r\n" + "X-A: b\r\n".repeat(9_000), 431));
    all.add(new Asked("a head that never ends", "GET /echo HTTP/1.1\r\nHost: a\r\n", 408));
    all.add(new Asked("nothing at all", "", 408));
    for (String path : List.of("/never", "/fails", "/throws", "/breaks", "/other")) {
      all.add(
          new Asked(
              "an application that " + path, RawPeer.request(path, RawPeer.upgradeHeaders()), 500));
    }
    all.add(
        new Asked(
            "an application that refuses", RawPeer.request("/no", RawPeer.upgradeHeaders()), 429));
    return all;
  }

  private static String[] many(int more) {
    List<String> headers = new ArrayList<>(List.of(RawPeer.upgradeHeaders()));
    for (int i = 0; i < more; i++) {
      headers.add("X-" + i + ": y");
    }
    return headers.toArray(new String[0]);
  }

  private static Asked asked(String name, int status, String... headers) {
    return new Asked(name, RawPeer.request("/echo", headers), status);
  }

  private static Asked withHeader(String name, String header, int status) {
    String[] headers = Arrays.copyOf(RawPeer.upgradeHeaders(), 6);
    headers[5] = header;
    return asked(name, status, headers);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("asked")
  void request_isAnsweredWithItsStatus(Asked one) {
    try (RawPeer peer = house.raw()) {
      peer.writeAnyway(one.head().getBytes(StandardCharsets.ISO_8859_1));

      String answer = peer.head();
      assertThat(answer).startsWith("HTTP/1.1 " + one.status() + " ");
      assertThat(answer).doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
      if (one.status() == 101) {
        peer.write(Wired.text("still here"));
        assertThat(peer.frame()).isEqualTo(WsFrame.text("still here"));
      } else {
        assertThat(answer).contains("Content-Type: application/json");
        assertThat(peer.rest()).startsWith("{\"error\":{");
      }
    }
  }

  @Test
  void version_thatIsWrong_isToldTheRightOne() {
    try (RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/echo", HOST, UPGRADE, CONNECTION, KEY));

      assertThat(peer.head()).contains("Sec-WebSocket-Version: 13\r\n");
    }
  }

  @Test
  void refusal_ofTheApplication_keepsItsHeadersAndBody() {
    try (RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/no", RawPeer.upgradeHeaders()));

      assertThat(peer.head()).contains("Retry-After: 7\r\n").contains("Connection: close\r\n");
      assertThat(peer.rest()).isEqualTo("{\"error\":{}}");
    }
  }

  @Test
  void socket_thatTheApplicationNeverRuns_isClosedWith1011() {
    try (RawPeer peer = house.raw()) {
      peer.upgrade("/late", Optional.empty());

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1011, "nobody answers"));
    }
  }

  @Test
  void frames_thatComeTogetherWithTheHead_areNotLost() {
    try (RawPeer peer = house.raw()) {
      peer.write(
          Wired.join(
              RawPeer.request("/echo", RawPeer.upgradeHeaders())
                  .getBytes(StandardCharsets.ISO_8859_1),
              Wired.text("early"),
              Wired.text("bird")));

      assertThat(peer.head()).startsWith("HTTP/1.1 101 ");
      assertThat(peer.frame()).isEqualTo(WsFrame.text("early"));
      assertThat(peer.frame()).isEqualTo(WsFrame.text("bird"));
    }
  }

  @Test
  void head_inPieces_isRead() {
    try (RawPeer peer = house.raw()) {
      for (byte[] piece :
          RfcTest.chopped(
              RawPeer.request("/echo", RawPeer.upgradeHeaders())
                  .getBytes(StandardCharsets.ISO_8859_1),
              7)) {
        peer.write(piece);
      }

      assertThat(peer.head()).startsWith("HTTP/1.1 101 ");
    }
  }
}
