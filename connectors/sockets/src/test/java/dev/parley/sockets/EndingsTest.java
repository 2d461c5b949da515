package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.pekko.Done;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a socket ends, from either side, and that there is one close frame and one record of it. */
class EndingsTest {

  /** The application's side of a socket: what it sends, and what becomes of its stream. */
  private record App(BoundedSourceQueue<WsFrame> out, CompletionStage<Done> done) {}

  private final BlockingQueue<App> apps = new LinkedBlockingQueue<>();
  private final BlockingQueue<WsFrame> heard = new LinkedBlockingQueue<>();
  private final TestServer[] self = new TestServer[1];
  private final TestServer house =
      new TestServer(
          settings -> settings.withPatience(Patience.defaults().withClose(Duration.ofMillis(200))),
          echo -> this::open);

  EndingsTest() {
    self[0] = house;
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private CompletionStage<UpgradeAnswer> open(UpgradeRequest request) {
    Source<WsFrame, BoundedSourceQueue<WsFrame>> out = Source.queue(100);
    Flow<WsFrame, WsFrame, Pair<BoundedSourceQueue<WsFrame>, CompletionStage<Done>>> app =
        Flow.fromSinkAndSourceCoupledMat(
            Sink.<WsFrame>foreach(heard::add), out, (done, queue) -> Pair.create(queue, done));
    Pair<BoundedSourceQueue<WsFrame>, CompletionStage<Done>> running =
        self[0].run(request, request.socket().joinMat(app, Keep.right()));
    apps.add(new App(running.first(), running.second()));
    return CompletableFuture.completedStage(UpgradeAnswer.accept());
  }

  private int closed() throws InterruptedException {
    return Seen.next(house.seen.closed);
  }

  @Test
  void application_thatSendsAClose_endsWithItsCode() throws Exception {
    try (RawPeer peer = house.open()) {
      App app = Seen.next(apps);
      app.out().offer(WsFrame.text("last"));
      app.out().offer(new WsFrame.Close(1001, "session_expired"));

      assertThat(peer.frame()).isEqualTo(WsFrame.text("last"));
      assertThat(peer.frame()).isEqualTo(new WsFrame.Close(1001, "session_expired"));
      peer.write(Wired.close(1001, ""));
      assertThat(peer.isEnd()).isTrue();
      assertThat(closed()).isEqualTo(1001);
      TestServer.get(app.done());
    }
  }

  @Test
  void application_thatIsDone_endsWith1000() throws Exception {
    try (RawPeer peer = house.open()) {
      Seen.next(apps).out().complete();

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1000));
      assertThat(closed()).isEqualTo(1000);
    }
  }

  @Test
  void application_thatFails_endsWith1011() throws Exception {
    try (RawPeer peer = house.open()) {
      Seen.next(apps).out().fail(new IllegalStateException("a fault of the application"));

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1011));
      assertThat(closed()).isEqualTo(1011);
    }
  }

  @Test
  void closeCode_thatMayNotBeSent_becomes1011() throws Exception {
    try (RawPeer peer = house.open()) {
      Seen.next(apps).out().offer(new WsFrame.Close(1006, "x"));

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1011, "x"));
    }
  }

  @Test
  void peer_thatDoesNotAgree_isCutAfterAWhile() throws Exception {
    try (RawPeer peer = house.open()) {
      Seen.next(apps).out().offer(new WsFrame.Close(1012, "restart"));

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1012, "restart"));
    }
  }

  @Test
  void bothAtOnce_areOneCloseEach() throws Exception {
    try (RawPeer peer = house.open()) {
      App app = Seen.next(apps);
      peer.write(Wired.close(1000, "mine"));
      app.out().offer(new WsFrame.Close(1001, "yours"));

      assertThat(peer.framesToTheEnd()).hasSize(1);
      assertThat(Seen.next(heard)).isInstanceOf(WsFrame.Close.class);
      assertThat(closed()).isIn(1000, 1001);
      assertThat(house.seen.closed).isEmpty();
    }
  }

  /** An application that answers first, and runs its stream when it is told to. */
  @Test
  void applicationThatComesLate_hearsTheEndThatWasBefore() throws Exception {
    BlockingQueue<Runnable> start = new LinkedBlockingQueue<>();
    try (TestServer late =
            new TestServer(
                settings -> settings,
                echo ->
                    request -> {
                      start.add(() -> open(request));
                      return CompletableFuture.completedStage(UpgradeAnswer.accept());
                    });
        RawPeer peer = late.open()) {
      self[0] = late;
      peer.write(Wired.close(1000, "mine"));
      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(1000, "mine"));

      Seen.next(start).run();

      assertThat(Seen.next(heard)).isEqualTo(new WsFrame.Close(1000, "mine"));
      TestServer.get(Seen.next(apps).done());
    }
  }

  @Test
  void peer_thatIsGoneWithoutAWord_isTold1006() throws Exception {
    RawPeer peer = house.open();
    Seen.next(apps);
    peer.write(Wired.text("a"));
    assertThat(Seen.next(heard)).isEqualTo(WsFrame.text("a"));
    peer.close();

    assertThat(Seen.next(heard)).isEqualTo(new WsFrame.Close(1006));
    assertThat(closed()).isEqualTo(1006);
  }

  @Test
  void peer_thatResetsTheConnection_isTold1006() throws Exception {
    RawPeer peer = house.open();
    App app = Seen.next(apps);
    peer.reset();

    assertThat(Seen.next(heard)).isEqualTo(new WsFrame.Close(1006));
    assertThat(closed()).isEqualTo(1006);
    TestServer.get(app.done());
  }

  @Test
  void peer_thatClosesAndHangsUpAtOnce_isHeard() throws Exception {
    try (RawPeer peer = house.open()) {
      Seen.next(apps);
      peer.write(Wired.join(Wired.text("a"), Wired.text("b"), Wired.close(3000, "bye")));
      peer.finishWriting();

      assertThat(peer.framesToTheEnd()).containsExactly(new WsFrame.Close(3000, "bye"));
      assertThat(Seen.next(heard)).isEqualTo(WsFrame.text("a"));
      assertThat(Seen.next(heard)).isEqualTo(WsFrame.text("b"));
      assertThat(Seen.next(heard)).isEqualTo(new WsFrame.Close(3000, "bye"));
      assertThat(closed()).isEqualTo(3000);
    }
  }

  @Test
  void longReason_isCutAtACharacter() throws Exception {
    try (RawPeer peer = house.open()) {
      Seen.next(apps).out().offer(new WsFrame.Close(1000, "\u00e9".repeat(100)));

      assertThat(peer.framesToTheEnd())
          .containsExactly(new WsFrame.Close(1000, "\u00e9".repeat(61)));
    }
  }

  @Test
  void shutdown_closesEverySocketWithItsCode() throws Exception {
    try (RawPeer one = house.open();
        RawPeer two = house.open();
        RawPeer undecided = house.raw()) {
      CompletionStage<Done> done =
          house.server.shutdown(CloseCode.RESTART, "restart", Duration.ofSeconds(5));

      assertThat(one.framesToTheEnd()).containsExactly(new WsFrame.Close(1012, "restart"));
      assertThat(two.framesToTheEnd()).containsExactly(new WsFrame.Close(1012, "restart"));
      undecided.reset();
      TestServer.get(done);
      assertThat(house.server.open()).isZero();
      assertThat(house.seen.closed).containsExactly(1012, 1012);
    }
  }

  @Test
  void unbind_leavesWhatIsOpenAlone() throws Exception {
    try (RawPeer peer = house.open()) {
      TestServer.get(house.server.unbind());
      peer.write(Wired.text("a"));

      assertThat(Seen.next(heard)).isEqualTo(WsFrame.text("a"));
      assertThat(house.server.open()).isEqualTo(1);
    }
  }

  @Test
  void shutdown_doesNotWaitForConnectionsOnWhichNothingIsAsked() {
    try (RawPeer undecided = house.raw();
        RawPeer idle = house.raw()) {
      idle.write(RawPeer.request("/a", "Host: localhost"));
      idle.head();
      undecided.write("GET /b");

      TestServer.get(house.server.shutdown(CloseCode.RESTART, "", Duration.ofHours(1)));

      assertThat(undecided.isEnd()).isTrue();
    }
  }

  @Test
  void shutdown_cutsWhoDoesNotListen_whenTheTimeIsOver() {
    try (RawPeer undecided = house.raw()) {
      TestServer.get(house.server.shutdown(CloseCode.RESTART, "", Duration.ofMillis(50)));

      assertThat(undecided.isEnd()).isTrue();
    }
  }
}
