package dev.parley.sockets;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.stream.javadsl.Flow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request for a WebSocket, from the question to the application to what comes of its answer.
 */
final class UpgradeJob {

  private static final Logger LOG = LoggerFactory.getLogger(UpgradeJob.class);

  private final House house;
  private final Loop loop;
  private final HeadHandler place;
  private final HttpHead head;
  private final int headLength;
  private final SocketHandler socket;
  private final long since;
  private boolean over;
  private long opened;

  UpgradeJob(House house, Loop loop, HeadHandler place, HttpHead head, int headLength) {
    this.house = house;
    this.loop = loop;
    this.place = place;
    this.head = head;
    this.headLength = headLength;
    since = loop.now();
    socket =
        new SocketHandler(
            loop,
            Side.SERVER,
            house.settings().messages(),
            house.settings().patience(),
            house.budget(),
            this::onClosed);
  }

  void ask(Query query, InetSocketAddress remote, boolean tls) {
    UpgradeRequest request =
        new UpgradeRequest(
            query.path(),
            query.parameters(),
            head.headers(),
            remote,
            tls,
            List.copyOf(head.list(Handshake.PROTOCOL)),
            loop.dispatcher(),
            Flow.fromGraph(new BridgeStage<>(socket)));
    CompletionStage<UpgradeAnswer> answer;
    try {
      answer = house.upgrades().ask(request);
    } catch (RuntimeException
        | Error fault) { // an Error is told too, and its client not left hanging
      answer = CompletableFuture.failedStage(fault);
    }
    answer.whenCompleteAsync((said, fault) -> onAnswer(said, fault, query.path()), loop.events());
  }

  void visit(long now) {
    if (!over && now - since > house.settings().patience().attach().toNanos()) {
      fail("The application did not answer.");
    }
  }

  /** The connection went, or was given to another handler. */
  void onGone() {
    if (!over) {
      over = true;
      socket.abandon();
    }
  }

  private void onAnswer(@Nullable UpgradeAnswer answer, @Nullable Throwable fault, String path) {
    if (over) {
      return;
    }
    if (answer == null) {
      LOG.warn("The application failed at a request for a WebSocket", fault);
      fail("The application failed.");
      return;
    }
    switch (answer) {
      case UpgradeAnswer.Accept accept -> accept(accept.subprotocol(), path);
      case UpgradeAnswer.Refuse refuse -> {
        end();
        place.refuse(Refusal.BY_APPLICATION, refuse);
      }
      case UpgradeAnswer.NotMine none -> {
        end();
        place.backToRoutes(headLength);
      }
    }
  }

  private void accept(Optional<String> subprotocol, String path) {
    if (subprotocol.isPresent() && !head.list(Handshake.PROTOCOL).contains(subprotocol.get())) {
      LOG.warn("The application chose a sub-protocol that was not offered");
      fail("The application failed.");
      return;
    }
    over = true;
    opened = loop.now();
    house.sockets().add(socket);
    house.watch().opened(path);
    place.toSocket(socket, HttpText.switching(Handshake.key(head), subprotocol));
  }

  private void fail(String sentence) {
    end();
    place.refuse(
        Refusal.NO_ANSWER, new UpgradeAnswer.Refuse(500, Map.of(), HttpText.error(sentence)));
  }

  private void end() {
    over = true;
    socket.abandon();
  }

  private void onClosed(WsFrame.Close close) {
    if (house.sockets().remove(socket)) {
      house.watch().closed(close.code(), Duration.ofNanos(loop.now() - opened));
    }
  }
}
