package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers that are too slow or not there, with times of a few hundred milliseconds. */
class PatienceTest {

  private static final int FRAME = 8_192;

  private final AtomicLong made = new AtomicLong();
  private final BlockingQueue<WsFrame> heard = new LinkedBlockingQueue<>();
  private final TestServer[] self = new TestServer[1];

  private TestServer start(Patience patience) {
    self[0] =
        new TestServer(
            settings -> settings.withPatience(patience),
            echo ->
                request -> request.path().equals("/flood") ? flood(request) : echo.ask(request));
    return self[0];
  }

  @AfterEach
  void stop() {
    self[0].close();
  }

  /** An application that sends as fast as it may. */
  private CompletionStage<UpgradeAnswer> flood(UpgradeRequest request) {
    Source<WsFrame, NotUsed> endless =
        Source.repeat(new WsFrame.Binary(Wired.filled(FRAME)))
            .map(
                frame -> {
                  made.addAndGet(FRAME);
                  return frame;
                });
    self[0].run(
        request,
        request
            .socket()
            .joinMat(
                Flow.fromSinkAndSourceCoupled(Sink.<WsFrame>foreach(heard::add), endless),
                Keep.none()));
    return CompletableFuture.completedStage(UpgradeAnswer.accept());
  }

  private RawPeer flooded(TestServer house) {
    RawPeer peer = new RawPeer(house.server.address().getPort(), 16_384);
    peer.upgrade("/flood", Optional.empty());
    return peer;
  }

  @Test
  void peer_thatReadsNothing_holdsLittleAndIsClosed() throws Exception {
    TestServer house =
        start(
            Patience.defaults()
                .withProgress(Duration.ofMillis(300))
                .withClose(Duration.ofMillis(100)));
    try (RawPeer peer = flooded(house)) {
      assertThat(Seen.next(house.seen.closed)).isEqualTo(4408);
      assertThat(made).hasValueLessThan(1_000_000);
      assertThat(peer.frame()).isInstanceOf(WsFrame.Binary.class); // nothing was lost
      assertThat(Seen.next(heard))
          .isEqualTo(new WsFrame.Close(4408, "what was sent is not taken").byUs());
    }
  }

  @Test
  void peer_thatReadsATrickle_isClosedAlthoughSomethingMoves() throws Exception {
    TestServer house =
        start(
            Patience.defaults()
                .withProgress(Duration.ofSeconds(5))
                .withAge(Duration.ofMillis(500))
                .withClose(Duration.ofMillis(100)));
    try (RawPeer peer = flooded(house)) {
      Integer closed = null;
      while (closed == null) {
        peer.body(500);
        closed = house.seen.closed.poll(20, TimeUnit.MILLISECONDS);
      }
      assertThat(closed).isEqualTo(4408);
    }
  }

  @Test
  void peer_thatReadsAll_isLeftAlone() throws Exception {
    TestServer house =
        start(
            Patience.defaults()
                .withProgress(Duration.ofMillis(200))
                .withAge(Duration.ofMillis(400)));
    try (RawPeer peer = flooded(house)) {
      for (int i = 0; i < 5_000; i++) {
        assertThat(peer.frame()).isInstanceOf(WsFrame.Binary.class);
      }
      assertThat(house.seen.closed).isEmpty();
    }
  }

  @Test
  void peer_thatNeitherSpeaksNorAnswers_isAskedAndThenGivenUp() throws Exception {
    TestServer house =
        start(Patience.defaults().withPing(Duration.ofMillis(200), Duration.ofMillis(500)));
    try (RawPeer peer = house.open()) {
      assertThat(peer.frame()).isInstanceOf(WsFrame.Ping.class);
      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(4408, "no sign of life"));
      assertThat(Seen.next(house.seen.closed)).isEqualTo(4408);
    }
  }

  @Test
  void peer_thatAnswersPings_staysAndItsPongsAreNotShown() throws Exception {
    TestServer house =
        start(Patience.defaults().withPing(Duration.ofMillis(100), Duration.ofMillis(400)));
    try (RawPeer peer = house.open()) {
      for (int i = 0; i < 8; i++) {
        WsFrame.Ping ping = (WsFrame.Ping) peer.frame();
        peer.write(Wired.frame(0x8A, ping.payload()));
      }
      peer.write(Wired.text("still here"));
      assertThat(Seen.next(house.heard)).isEqualTo(WsFrame.text("still here"));
    }
  }

  @Test
  void message_thatIsNotFinishedInTime_isClosed() {
    TestServer house = start(Patience.defaults().withMessage(Duration.ofMillis(200)));
    try (RawPeer peer = house.open()) {
      peer.write(Wired.frame(0x01, Wired.filled(10)));

      assertThat(peer.framesToTheEnd())
          .containsExactly(new WsFrame.Close(4408, "a message took too long"));
    }
  }

  @Test
  void head_ofAFrameThatIsNotFinishedInTime_isClosed() {
    TestServer house = start(Patience.defaults().withMessage(Duration.ofMillis(200)));
    try (RawPeer peer = house.open()) {
      peer.write(new byte[] {(byte) 0x81});

      assertThat(peer.framesToTheEnd())
          .containsExactly(new WsFrame.Close(4408, "a message took too long"));
    }
  }
}
