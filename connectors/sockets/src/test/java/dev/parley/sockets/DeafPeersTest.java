package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Peers that go while nothing moves, because they do not read what they are told or because the
 * application does not take what they said: its stream ends all the same.
 */
class DeafPeersTest {

  private static final byte[] LONG = Wired.filled(8_192);

  private final BlockingQueue<CompletionStage<Done>> ends = new LinkedBlockingQueue<>();
  private final AtomicInteger taken = new AtomicInteger();
  private final TestServer[] self = new TestServer[1];
  private final TestServer house =
      new TestServer(
          settings ->
              settings.withPatience(
                  Patience.defaults()
                      .withPing(Duration.ofMillis(100), Duration.ofMillis(400))
                      .withClose(Duration.ofMillis(200))),
          echo -> request -> request.path().equals("/stalled") ? stalled(request) : back(request));

  DeafPeersTest() {
    self[0] = house;
  }

  @AfterEach
  void stop() {
    house.close();
  }

  /** How a peer goes. */
  enum Way {
    RESET,
    HANG_UP,
    HALF_CLOSE;

    private void go(RawPeer peer) {
      switch (this) {
        case RESET -> peer.reset();
        case HANG_UP -> peer.close();
        case HALF_CLOSE -> peer.finishWriting();
      }
    }
  }

  /** Says everything back before it hears more. */
  private CompletionStage<UpgradeAnswer> back(UpgradeRequest request) {
    return run(
        request,
        Flow.<WsFrame>create()
            .map(
                frame -> {
                  taken.incrementAndGet();
                  return frame;
                }));
  }

  /** Takes one frame and is done with it never. */
  private CompletionStage<UpgradeAnswer> stalled(UpgradeRequest request) {
    CompletableFuture<WsFrame> never = new CompletableFuture<>();
    return run(
        request,
        Flow.fromSinkAndSourceCoupled(
            Flow.<WsFrame>create()
                .mapAsync(
                    1,
                    frame -> {
                      taken.incrementAndGet();
                      return never;
                    })
                .to(Sink.ignore()),
            Source.maybe()));
  }

  private CompletionStage<UpgradeAnswer> run(
      UpgradeRequest request, Flow<WsFrame, WsFrame, NotUsed> app) {
    ends.add(self[0].run(request, request.socket().watchTermination(Keep.right()).join(app)));
    return CompletableFuture.completedStage(UpgradeAnswer.accept());
  }

  private RawPeer open(String path) {
    RawPeer peer = new RawPeer(house.server.address().getPort(), 16_384);
    peer.upgrade(path, Optional.empty());
    return peer;
  }

  /** Writes as much as the server takes without answering, and some more that it cannot take. */
  private void flood(RawPeer peer) throws Exception {
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int i = 0; i < 2_000; i++) {
                    peer.writeAnyway(Wired.frame(0x82, LONG));
                  }
                });
    TestServer.get(stands());
    assertThat(taken.get()).isLessThan(2_000);
    assertThat(writer.isAlive()).as("it cannot say all of it").isTrue();
  }

  /** Looks each 100 ms whether anything moved. */
  private CompletableFuture<Void> stands() {
    CompletableFuture<Void> still = new CompletableFuture<>();
    look(-1, still);
    return still;
  }

  private void look(int before, CompletableFuture<Void> still) {
    int now = taken.get();
    if (now > 0 && now == before) {
      still.complete(null);
      return;
    }
    house
        .system
        .scheduler()
        .scheduleOnce(
            Duration.ofMillis(100), () -> look(now, still), house.system.executionContext());
  }

  @ParameterizedTest
  @EnumSource
  void peerThatDoesNotRead_andGoes_endsTheStream(Way way) throws Exception {
    RawPeer peer = open("/back");
    flood(peer);
    way.go(peer);

    TestServer.get(Seen.next(ends));
    Seen.next(house.seen.closed);
    assertThat(house.server.open()).isZero();
    peer.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET", "HANG_UP"})
  void peerThatIsNotHeard_andGoes_endsTheStream(Way way) throws Exception {
    RawPeer peer = open("/stalled");
    flood(peer);
    assertThat(taken).hasValue(1);
    way.go(peer);

    TestServer.get(Seen.next(ends));
    Seen.next(house.seen.closed);
    assertThat(house.server.open()).isZero();
    peer.close();
  }

  @Test
  void peerThatIsNotHeard_andEndsItsSide_endsTheStream() throws Exception {
    try (RawPeer peer = open("/stalled")) {
      for (int i = 0; i < 20; i++) {
        peer.write(Wired.frame(0x82, LONG)); // 16 wait in front of the application, 4 in the kernel
      }
      peer.finishWriting();

      TestServer.get(Seen.next(ends));
      assertThat(Seen.next(house.seen.closed)).isEqualTo(CloseCode.CUT);
    }
  }

  @Test
  void peerThatIsNotHeard_andIsThere_stays() throws Exception {
    try (RawPeer peer = open("/stalled")) {
      flood(peer);
      for (int i = 0; i < 8; i++) { // 100 ms apart, so for twice as long as a dead one would
        assertThat(peer.frame()).isInstanceOf(WsFrame.Ping.class);
      }
      assertThat(house.seen.closed).isEmpty();
      assertThat(house.server.open()).isEqualTo(1);
    }
  }
}
