package dev.parley.sockets;

import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.model.HttpEntities;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.RunnableGraph;

/**
 * A server for a test: its WebSockets say back what they hear ({@code /echo}), its HTTP says which
 * path was asked for.
 */
final class TestServer implements AutoCloseable {

  final ActorSystem<Void> system =
      ActorSystem.create(
          Behaviors.empty(),
          "sockets",
          ConfigFactory.parseString("pekko.loglevel = WARNING, pekko.log-dead-letters = off")
              .withFallback(ConfigFactory.load()));
  final Seen seen = new Seen();
  final BlockingQueue<WsFrame> heard = new LinkedBlockingQueue<>();
  final SocketServer server;

  TestServer() {
    this(settings -> settings);
  }

  TestServer(UnaryOperator<SocketSettings> change) {
    this(change, Function.identity());
  }

  /**
   * @param application made of the one that echoes
   */
  TestServer(UnaryOperator<SocketSettings> change, Function<Upgrades, Upgrades> application) {
    this(change, application, routes());
  }

  TestServer(
      UnaryOperator<SocketSettings> change,
      Function<Upgrades, Upgrades> application,
      Flow<HttpRequest, HttpResponse, NotUsed> routes) {
    SocketSettings settings = change.apply(SocketSettings.defaults().withLoops(2));
    server = get(SocketServer.bind(system, settings, application.apply(this::echo), routes, seen));
  }

  static Flow<HttpRequest, HttpResponse, NotUsed> routes() {
    return Flow.<HttpRequest>create()
        .map(
            request ->
                HttpResponse.create()
                    .withEntity(HttpEntities.create("asked for " + request.getUri().path())));
  }

  private CompletionStage<UpgradeAnswer> echo(UpgradeRequest request) {
    if (!request.path().equals("/echo")) {
      return CompletableFuture.completedStage(UpgradeAnswer.notMine());
    }
    Flow<WsFrame, WsFrame, NotUsed> back =
        Flow.<WsFrame>create()
            .map(
                frame -> {
                  heard.add(frame);
                  return frame;
                })
            .filter(frame -> frame instanceof WsFrame.Text || frame instanceof WsFrame.Binary);
    run(request, request.socket().joinMat(back, Keep.none()));
    return CompletableFuture.completedStage(
        new UpgradeAnswer.Accept(request.subprotocols().stream().findFirst()));
  }

  <M> M run(UpgradeRequest request, RunnableGraph<M> graph) {
    return graph.withAttributes(ActorAttributes.dispatcher(request.dispatcher())).run(system);
  }

  RawPeer raw() {
    return new RawPeer(server.address().getPort());
  }

  /** A peer with an open WebSocket. */
  RawPeer open() {
    RawPeer peer = raw();
    peer.upgrade("/echo", Optional.empty());
    return peer;
  }

  URI uri(String path) {
    return URI.create("ws://127.0.0.1:" + server.address().getPort() + path);
  }

  static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("not done: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    get(server.shutdown(CloseCode.GOING_AWAY, "", Duration.ofMillis(200)));
    system.terminate();
    get(system.getWhenTerminated());
  }
}
