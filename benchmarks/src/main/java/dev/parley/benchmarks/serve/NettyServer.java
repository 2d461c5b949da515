package dev.parley.benchmarks.serve;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/**
 * A WebSocket server of Netty's parts and nothing else: one loop, no compression, no check of
 * UTF-8, no limits. The floor that ours is compared with.
 */
final class NettyServer implements AutoCloseable {

  private static final int MOST_HEAD = 16 * 1024;
  private static final int MOST_FRAME = 1 << 20;
  private static final int BACKLOG = 1024;

  private final EventLoopGroup loop = Transport.loop("bare");
  private final Channel listener;

  private NettyServer(Answer answer) {
    listener =
        new ServerBootstrap()
            .group(loop)
            .channel(Transport.server())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new HttpServerCodec(),
                            new HttpObjectAggregator(MOST_HEAD),
                            new WebSocketServerProtocolHandler(config()),
                            new AnswerHandler(answer));
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  private static WebSocketServerProtocolConfig config() {
    return WebSocketServerProtocolConfig.newBuilder()
        .websocketPath("/")
        .checkStartsWith(true)
        .decoderConfig(
            io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig.newBuilder()
                .maxFramePayloadLength(MOST_FRAME)
                .withUTF8Validator(false)
                .build())
        .build();
  }

  static NettyServer start(Answer answer) {
    return new NettyServer(answer);
  }

  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
