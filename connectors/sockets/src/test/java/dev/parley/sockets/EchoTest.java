package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EchoTest {

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @BeforeAll
  void start() {
    house = new TestServer();
  }

  @AfterAll
  void stop() {
    house.close();
  }

  @Test
  void message_overARawSocket_comesBack() {
    try (RawPeer peer = house.open()) {
      peer.write(Wired.text("hello"), Wired.binary(3));

      assertThat(peer.frame()).isEqualTo(WsFrame.text("hello"));
      assertThat(peer.frame()).isEqualTo(new WsFrame.Binary(Wired.filled(3)));
    }
  }

  @Test
  void close_ofThePeer_isAnsweredOnceAndTheConnectionEnds() {
    try (RawPeer peer = house.open()) {
      peer.write(Wired.close(1000, "bye"));

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1000, "bye"));
    }
  }

  @Test
  void subprotocol_thatWasChosen_isTheOnlyOneNamed() {
    try (RawPeer peer = house.raw()) {
      String answer = peer.upgrade("/echo", Optional.of("realtime, openai-insecure-api-key.ek_1"));

      assertThat(answer)
          .contains("Sec-WebSocket-Protocol: realtime\r\n")
          .contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
          .doesNotContain("ek_1");
    }
  }

  @Test
  void messages_byTheClient_comeBackInOrder() {
    SocketClient client = SocketClient.start(house.system, ClientSettings.defaults());
    ClientSocket socket =
        TestServer.get(client.connect(house.uri("/echo?a=b"), Map.of("X-A", "b"), List.of("echo")));
    List<WsFrame> sent = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      sent.add(WsFrame.text("message " + i));
    }

    List<WsFrame> back =
        TestServer.get(
            Source.from(sent)
                .concat(Source.maybe())
                .via(socket.socketAnywhere())
                .take(sent.size())
                .runWith(Sink.seq(), house.system));

    assertThat(socket.subprotocol()).contains("echo");
    assertThat(back).isEqualTo(sent);
    TestServer.get(client.shutdown());
  }
}
