package dev.parley.sockets;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Receives each new connection: counts it, turns away what is too much, and hears what it wants.
 */
final class Reception extends ChannelInitializer<Channel> {

  private final House house;
  private final @Nullable SslContext tls;

  Reception(House house, @Nullable SslContext tls) {
    this.house = house;
    this.tls = tls;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
      Netty.close(channel); // gone before it was looked at
      return;
    }
    Optional<Refusal> refusal = house.crowd().enter(remote.getAddress());
    channel.closeFuture().addListener(gone -> house.crowd().leave(remote.getAddress()));
    house.watch().connected(remote);
    house.channels().add(channel);
    if (refusal.isPresent()) {
      turnAway(channel, refusal.get());
      return;
    }
    if (tls != null) {
      SslHandler handler = tls.newHandler(channel.alloc());
      channel.pipeline().addLast(new TlsGate(house, house.loops().of(channel)));
      handler.setHandshakeTimeout(
          house.settings().patience().head().toMillis(), TimeUnit.MILLISECONDS);
      channel.pipeline().addLast(handler);
    }
    Loop loop = house.loops().of(channel);
    channel.pipeline().addLast(new HeadHandler(house, loop, remote, tls != null));
  }

  private void turnAway(Channel channel, Refusal refusal) {
    house.watch().refused(refusal);
    if (tls != null || house.crowd().isFlood()) {
      Netty.close(channel);
      return;
    }
    UpgradeAnswer.Refuse answer =
        new UpgradeAnswer.Refuse(
            refusal == Refusal.TOO_MANY ? 503 : 429,
            Map.of("Retry-After", "5"),
            HttpText.error("There are too many connections; try again later."));
    channel
        .pipeline()
        .addLast(
            new Farewell(
                house.loops().of(channel), house.settings().patience(), HttpText.refusal(answer)));
  }
}
