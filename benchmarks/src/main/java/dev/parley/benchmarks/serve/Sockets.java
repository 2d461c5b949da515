package dev.parley.benchmarks.serve;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import java.net.URI;
import java.util.Optional;

/**
 * Opens WebSockets by Netty alone: what measures our sockets is not made of them.
 *
 * @param uri where to
 * @param bitsPerSecond how fast to read, or as fast as it comes
 */
record Sockets(URI uri, Optional<Long> bitsPerSecond) {

  /** The kernel's receive buffer of a client that reads slowly, in bytes. */
  static final int SLOW_BUFFER = 16 * 1024;

  private static final int MOST_HEAD = 16 * 1024;
  private static final int MOST_FRAME = 16 << 20;

  /** Of a server on this machine that speaks Realtime, or echoes whatever is asked. */
  static Sockets local(int port) {
    return new Sockets(
        URI.create("ws://127.0.0.1:" + port + "/v1/realtime?model=scripted"), Optional.empty());
  }

  Sockets reading(long bits) {
    return new Sockets(uri, Optional.of(bits));
  }

  /** Begins to connect; the handler hears of the rest. */
  void connect(EventLoopGroup loop, CallerHandler handler) {
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(Transport.client())
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    fill(channel.pipeline(), handler);
                  }
                });
    bitsPerSecond.ifPresent(
        bits ->
            bootstrap
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.SO_RCVBUF, SLOW_BUFFER)
                .option(ChannelOption.RECVBUF_ALLOCATOR, SlowReading.portions(bits)));
    bootstrap
        .connect(uri.getHost(), uri.getPort())
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                handler.fail(done.cause());
              }
            });
  }

  private void fill(ChannelPipeline pipeline, CallerHandler handler) {
    if (bitsPerSecond.isPresent()) {
      pipeline.addLast(new SlowReading());
    }
    pipeline.addLast(
        new HttpClientCodec(),
        new HttpObjectAggregator(MOST_HEAD),
        new WebSocketClientProtocolHandler(
            WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(uri)
                .maxFramePayloadLength(MOST_FRAME)
                .withUTF8Validator(false)
                .build()),
        new WebSocketFrameAggregator(MOST_FRAME),
        handler);
  }
}
