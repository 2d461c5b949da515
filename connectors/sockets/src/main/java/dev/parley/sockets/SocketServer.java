package dev.parley.sockets;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * One TCP port for WebSockets and for HTTP: the first request of a connection decides which it is.
 *
 * <p>Safe for any thread. Ends with its actor system at the latest; {@link #shutdown} ends it
 * politely.
 */
public final class SocketServer {

  private final House house;
  private final Channel listener;
  private final CompletableFuture<Done> unbound = new CompletableFuture<>();
  private final CompletableFuture<Done> gone = new CompletableFuture<>();
  private final CompletionStage<Done> ended;
  private final AtomicBoolean ending = new AtomicBoolean();

  private SocketServer(House house, Channel listener) {
    this.house = house;
    this.listener = listener;
    ended = gone.thenCompose(done -> house.loops().end());
    listener.closeFuture().addListener(done -> unbound.complete(Done.getInstance()));
  }

  /**
   * Begins to listen.
   *
   * @param upgrades is asked about every request for a WebSocket
   * @param requests answers all other requests; run anew for each connection
   * @return fails with {@link java.net.BindException} if the address is taken
   * @throws TlsFailed if a certificate or key cannot be used
   */
  public static CompletionStage<SocketServer> bind(
      ActorSystem<?> system,
      SocketSettings settings,
      Upgrades upgrades,
      Flow<HttpRequest, HttpResponse, NotUsed> requests,
      SocketWatch watch) {
    SslContext tls = TlsContexts.server(settings.tls());
    Loops loops =
        Loops.start(system, settings.loops(), settings.patience(), settings.blocked(), watch);
    House house =
        new House(
            system,
            settings,
            upgrades,
            requests,
            watch,
            loops,
            new Budget(settings.messages().bytesOfNode()),
            new Crowd(settings.crowd()),
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE),
            ConcurrentHashMap.newKeySet());
    CompletableFuture<SocketServer> bound = new CompletableFuture<>();
    ChannelFuture listening =
        bootstrap(house, new Reception(house, tls)).bind(settings.host(), settings.port());
    listening.addListener(
        done -> {
          if (done.isSuccess()) {
            bound.complete(new SocketServer(house, listening.channel()));
          } else {
            loops.end();
            bound.completeExceptionally(done.cause());
          }
        });
    return bound;
  }

  private static ServerBootstrap bootstrap(House house, Reception reception) {
    int kernel = house.settings().kernelBytes();
    return new ServerBootstrap()
        .group(house.loops().group())
        .channel(house.loops().serverChannel())
        .option(ChannelOption.SO_BACKLOG, 1024)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_RCVBUF, kernel) // here, to hold before the window is agreed
        .childOption(ChannelOption.SO_RCVBUF, kernel)
        .childOption(ChannelOption.SO_SNDBUF, kernel)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
        .childHandler(reception);
  }

  static WriteBufferWaterMark waterMark() {
    return new WriteBufferWaterMark(16 * 1024, 64 * 1024);
  }

  /** Where it listens, with the port that it got. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** How many WebSockets are open. */
  public int open() {
    return house.sockets().size();
  }

  /** Takes no more connections; those that are there go on. */
  public CompletionStage<Done> unbind() {
    Netty.close(listener);
    return unbound;
  }

  /**
   * Unbinds, closes every WebSocket with this code and every other connection on which no request
   * is being answered, waits until they are gone, and ends the event loops. The first call counts;
   * any other waits for the same end.
   *
   * @param code such as {@link CloseCode#GOING_AWAY} or {@link CloseCode#RESTART}
   * @param most after this the connections that are left are cut
   */
  public CompletionStage<Done> shutdown(int code, String reason, Duration most) {
    if (ending.compareAndSet(false, true)) {
      WsFrame.Close close = new WsFrame.Close(code, reason);
      unbind()
          .whenComplete(
              (done, fault) -> {
                house.sockets().forEach(socket -> socket.hangUp(close));
                house
                    .channels()
                    .forEach(channel -> channel.pipeline().fireUserEventTriggered(Closing.NOW));
                house
                    .channels()
                    .newCloseFuture()
                    .addListener(closed -> gone.complete(Done.getInstance()));
                Netty.after(
                    house.loops().group(),
                    most.toNanos(),
                    () -> house.channels().forEach(Netty::close));
              });
    }
    return ended;
  }
}
