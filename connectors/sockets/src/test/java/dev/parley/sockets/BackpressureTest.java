package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.Test;

/** An application that takes nothing for a while stops its peer, and loses nothing by it. */
class BackpressureTest {

  private static final int FRAMES = 2_000;
  private static final int LENGTH = 4_096;

  @Test
  void applicationThatWaits_stopsTheSender_andGetsAllOfItInTheEnd() throws Exception {
    CompletableFuture<WsFrame> ready = new CompletableFuture<>();
    BlockingQueue<WsFrame> heard = new LinkedBlockingQueue<>();
    AtomicInteger sent = new AtomicInteger();
    TestServer[] self = new TestServer[1];
    Upgrades waiting =
        request -> {
          Flow<WsFrame, WsFrame, NotUsed> app =
              Flow.fromSinkAndSourceCoupled(
                  Flow.<WsFrame>create()
                      .mapAsync(1, frame -> ready.thenApply(go -> frame))
                      .to(Sink.foreach(heard::add)),
                  Source.maybe());
          self[0].run(request, request.socket().joinMat(app, Keep.none()));
          return CompletableFuture.completedStage(UpgradeAnswer.accept());
        };
    try (TestServer house = new TestServer(settings -> settings, echo -> waiting)) {
      self[0] = house;
      SocketClient client = SocketClient.start(house.system, ClientSettings.defaults());
      ClientSocket socket = TestServer.get(client.connect(house.uri("/echo"), Map.of(), List.of()));
      CompletableFuture<Integer> stalled = new CompletableFuture<>();
      Source.range(0, FRAMES - 1)
          .map(
              i -> {
                sent.set(i + 1);
                return (WsFrame) new WsFrame.Binary(numbered(i));
              })
          .concat(Source.maybe())
          .via(socket.socketAnywhere())
          .to(Sink.ignore())
          .run(house.system);

      waitUntilItStands(sent, house, stalled);
      assertThat(TestServer.get(stalled)).isLessThan(600);
      ready.complete(WsFrame.text("go"));

      for (int i = 0; i < FRAMES; i++) {
        assertThat(((WsFrame.Binary) Seen.next(heard)).bytes()).isEqualTo(numbered(i));
      }
      TestServer.get(client.shutdown());
    }
  }

  /** Looks each 50 ms whether the count is the same as before. */
  private static void waitUntilItStands(
      AtomicInteger count, TestServer house, CompletableFuture<Integer> stalled) {
    int now = count.get();
    house
        .system
        .scheduler()
        .scheduleOnce(
            Duration.ofMillis(100),
            () -> {
              if (now > 0 && count.get() == now) {
                stalled.complete(now);
              } else {
                waitUntilItStands(count, house, stalled);
              }
            },
            house.system.executionContext());
  }

  private static byte[] numbered(int i) {
    byte[] bytes = Wired.filled(LENGTH);
    bytes[0] = (byte) (i >> 8);
    bytes[1] = (byte) i;
    return bytes;
  }
}
