package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The promises of time as they are by default, waited for. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowPeersTest {

  private static final int FRAME = 8_192;

  private final AtomicLong made = new AtomicLong();
  private final TestServer[] self = new TestServer[1];

  @SuppressWarnings("NullAway.Init")
  private TestServer house;

  @BeforeAll
  void start() {
    house = new TestServer(settings -> settings, echo -> request -> answer(echo, request));
    self[0] = house;
  }

  @AfterAll
  void stop() {
    house.close();
  }

  private CompletionStage<UpgradeAnswer> answer(Upgrades echo, UpgradeRequest request) {
    if (!request.path().equals("/flood")) {
      return echo.ask(request);
    }
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
            .joinMat(Flow.fromSinkAndSourceCoupled(Sink.ignore(), endless), Keep.none()));
    return CompletableFuture.completedStage(UpgradeAnswer.accept());
  }

  private RawPeer flooded() {
    made.set(0);
    RawPeer peer = new RawPeer(house.server.address().getPort(), 16_384);
    peer.upgrade("/flood", Optional.empty());
    return peer;
  }

  /** Reads so much a second until the server has given the peer up; tells after how long. */
  private Duration untilGivenUp(RawPeer peer, int bytesPerSecond) throws InterruptedException {
    for (int seconds = 1; seconds <= 60; seconds++) {
      Integer code = house.seen.closed.poll(1, TimeUnit.SECONDS);
      if (code != null) {
        assertThat(code).isEqualTo(4408);
        return Duration.ofSeconds(seconds);
      }
      peer.body(bytesPerSecond);
      if (bytesPerSecond > 0) {
        peer.write(Wired.frame(0x8A, new byte[0])); // it is heard, so its reading is what ends it
      }
    }
    throw new AssertionError("still there after a minute");
  }

  @Test
  void silentPeer_isGivenUpWithinTwentySeconds() throws Exception {
    try (RawPeer peer = house.open()) {
      assertThat(untilGivenUp(peer, 0)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(21));
    }
  }

  @Test
  void peerThatReadsNothing_isGivenUpWithinTwentyOneSeconds() throws Exception {
    try (RawPeer peer = flooded()) {
      assertThat(untilGivenUp(peer, 0)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(24));
      assertThat(made).hasValueLessThan(1_000_000);
    }
  }

  @Test
  void peerThatReadsATrickle_isGivenUpByTheAgeOfAFrame() throws Exception {
    try (RawPeer peer = flooded()) {
      assertThat(untilGivenUp(peer, 200)).isBetween(Duration.ofSeconds(18), Duration.ofSeconds(37));
      assertThat(made).hasValueLessThan(1_000_000);
    }
  }
}
