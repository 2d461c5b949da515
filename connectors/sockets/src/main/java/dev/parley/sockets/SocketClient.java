package dev.parley.sockets;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.jspecify.annotations.Nullable;

/**
 * Opens WebSockets. One is enough for a program: it has the event loops that they run on.
 *
 * <p>Safe for any thread. Ends with its actor system at the latest.
 */
public final class SocketClient {

  private static final Duration BLOCKED = Duration.ofMillis(50);

  private final ClientSettings settings;
  private final Loops loops;
  private final SslContext tls;
  private final Budget budget;

  private SocketClient(ClientSettings settings, Loops loops, SslContext tls) {
    this.settings = settings;
    this.loops = loops;
    this.tls = tls;
    budget = new Budget(settings.messages().bytesOfNode());
  }

  /**
   * @throws TlsFailed if the file with trusted certificates cannot be used
   */
  public static SocketClient start(ActorSystem<?> system, ClientSettings settings) {
    SslContext tls = TlsContexts.client(settings.trusted());
    return new SocketClient(
        settings,
        Loops.start(system, settings.loops(), settings.patience(), BLOCKED, SocketWatch.none()),
        tls);
  }

  /**
   * Opens a WebSocket.
   *
   * @param uri {@code ws:} or {@code wss:}
   * @param headers further headers of the request
   * @param subprotocols to offer, the best first
   * @return fails with {@link UpgradeRefused} if the server answers anything but yes, or with what
   *     TCP or TLS said
   */
  public CompletionStage<ClientSocket> connect(
      URI uri, Map<String, String> headers, List<String> subprotocols) {
    Target target = Target.of(uri);
    ClientHello hello = ClientHello.make(target, headers, subprotocols);
    CompletableFuture<ClientSocket> opened = new CompletableFuture<>();
    new Bootstrap()
        .group(loops.group())
        .channel(loops.clientChannel())
        .option(ChannelOption.SO_RCVBUF, settings.kernelBytes())
        .option(ChannelOption.SO_SNDBUF, settings.kernelBytes())
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
        .option(ChannelOption.WRITE_BUFFER_WATER_MARK, SocketServer.waterMark())
        .option(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            Math.toIntExact(settings.patience().head().toMillis()))
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                if (target.tls()) {
                  channel.pipeline().addLast(tls(channel, target));
                }
                Loop loop = loops.of(channel);
                channel
                    .pipeline()
                    .addLast(new ClientHandshake(loop, settings, budget, hello, opened));
              }
            })
        .connect(target.host(), target.port())
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                opened.completeExceptionally(done.cause());
              }
            });
    return opened;
  }

  private SslHandler tls(Channel channel, Target target) {
    SslHandler handler = tls.newHandler(channel.alloc(), target.host(), target.port());
    SSLEngine engine = handler.engine();
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name has to be the certificate's
    engine.setSSLParameters(parameters);
    handler.setHandshakeTimeout(settings.patience().head().toMillis(), TimeUnit.MILLISECONDS);
    return handler;
  }

  /** Cuts what is open and ends the event loops. */
  public CompletionStage<Done> shutdown() {
    return loops.end();
  }

  /** Where a URI leads to. */
  record Target(String host, int port, boolean tls, String path) {

    static Target of(URI uri) {
      boolean tls = "wss".equalsIgnoreCase(uri.getScheme());
      @Nullable String host = uri.getHost();
      if (host == null || (!tls && !"ws".equalsIgnoreCase(uri.getScheme()))) {
        throw new IllegalArgumentException(
            "a WebSocket's URI is ws://host/path or wss://host/path, got " + uri.getScheme());
      }
      String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
      return new Target(
          host,
          uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80,
          tls,
          uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }
  }
}
