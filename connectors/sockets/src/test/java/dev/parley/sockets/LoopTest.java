package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.DispatcherSelector;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.junit.jupiter.api.Test;

/** Streams and actors run where their connection is read and written. */
class LoopTest {

  private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();

  private void note() {
    threads.add(Thread.currentThread().getName());
  }

  private Behavior<String> actor() {
    return Behaviors.receiveMessage(
        message -> {
          note();
          return Behaviors.same();
        });
  }

  /** An application whose stream and actor note their threads. */
  private Upgrades noting(TestServer[] house) {
    return request -> {
      note();
      ActorRef<String> actor =
          house[0].system.systemActorOf(
              actor(), "noting", DispatcherSelector.fromConfig(request.dispatcher()));
      Flow<WsFrame, WsFrame, NotUsed> echo =
          Flow.<WsFrame>create()
              .map(
                  frame -> {
                    note();
                    actor.tell("note");
                    return frame;
                  })
              .filter(frame -> frame instanceof WsFrame.Text);
      house[0].run(request, request.socket().joinMat(echo, Keep.none()));
      return CompletableFuture.completedStage(UpgradeAnswer.accept());
    };
  }

  @Test
  void streamAndActor_onTheSocketsDispatcher_runOnTheThreadThatReads() throws Exception {
    TestServer[] house = new TestServer[1];
    try (TestServer running = new TestServer(settings -> settings, echo -> noting(house))) {
      house[0] = running;
      try (RawPeer peer = running.open()) {
        peer.write(Wired.text("a"));

        assertThat(peer.frame()).isEqualTo(WsFrame.text("a"));
        String reads = Seen.next(threads);
        assertThat(reads).startsWith("parley-sockets-");
        assertThat(Seen.next(threads)).isEqualTo(reads);
        assertThat(Seen.next(threads)).isEqualTo(reads);
      }
    }
  }

  @Test
  void socket_inAGraphOnAnotherDispatcher_saysWhatToDo() throws Exception {
    BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    TestServer[] house = new TestServer[1];
    Upgrades careless =
        request -> {
          Flow<WsFrame, WsFrame, NotUsed> echo =
              Flow.<WsFrame>create()
                  .mapError(
                      Throwable.class,
                      fault -> {
                        faults.add(fault);
                        return fault;
                      })
                  .filter(frame -> frame instanceof WsFrame.Text);
          request.socket().join(echo).run(house[0].system);
          return CompletableFuture.completedStage(UpgradeAnswer.accept());
        };
    try (TestServer running =
        new TestServer(
            settings ->
                settings.withPatience(Patience.defaults().withAttach(Duration.ofMillis(100))),
            echo -> careless)) {
      house[0] = running;
      try (RawPeer peer = running.open()) {
        assertThat(peer.framesToTheEnd()).hasSize(1);
        assertThat(Seen.next(faults)).hasMessageContaining("socketAnywhere()");
      }
    }
  }

  @Test
  void socket_thatIsRunTwice_failsTheSecondTime() throws Exception {
    BlockingQueue<Throwable> faults = new LinkedBlockingQueue<>();
    TestServer[] house = new TestServer[1];
    Upgrades twice =
        request -> {
          for (int i = 0; i < 2; i++) {
            Flow<WsFrame, WsFrame, NotUsed> echo =
                Flow.<WsFrame>create()
                    .mapError(
                        Throwable.class,
                        fault -> {
                          faults.add(fault);
                          return fault;
                        })
                    .filter(frame -> frame instanceof WsFrame.Text);
            house[0].run(request, request.socket().joinMat(echo, Keep.none()));
          }
          return CompletableFuture.completedStage(UpgradeAnswer.accept());
        };
    try (TestServer running = new TestServer(settings -> settings, echo -> twice)) {
      house[0] = running;
      try (RawPeer peer = running.open()) {
        peer.write(Wired.text("a"));

        assertThat(peer.frame()).isEqualTo(WsFrame.text("a"));
        assertThat(Seen.next(faults)).hasMessageContaining("once only");
      }
    }
  }

  @Test
  void loop_thatIsBlocked_isReportedWithItsStack() throws Exception {
    CountDownLatch reported = new CountDownLatch(1);
    Upgrades blocking =
        request -> {
          waitFor(reported);
          return CompletableFuture.completedStage(UpgradeAnswer.notMine());
        };
    try (TestServer house = new TestServer(settings -> settings, echo -> blocking);
        RawPeer peer = house.raw()) {
      peer.write(RawPeer.request("/echo", RawPeer.upgradeHeaders()));

      List<StackTraceElement> stack = Seen.next(house.seen.blocked);
      reported.countDown();

      assertThat(stack).anyMatch(frame -> frame.getMethodName().equals("waitFor"));
      assertThat(Seen.next(house.seen.freed)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
      assertThat(peer.head()).startsWith("HTTP/1.1 200 ");
    }
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody noticed");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void frames_ofManySocketsAtOnce_keepTheirOrder() {
    try (TestServer house = new TestServer()) {
      List<RawPeer> peers = Stream.generate(house::open).limit(20).toList();
      for (int i = 0; i < 200; i++) {
        for (RawPeer peer : peers) {
          peer.write(Wired.text("message " + i));
        }
      }
      for (RawPeer peer : peers) {
        for (int i = 0; i < 200; i++) {
          assertThat(peer.frame()).isEqualTo(WsFrame.text("message " + i));
        }
        peer.close();
      }
      assertThat(house.seen.opened).hasValue(20);
    }
  }
}
