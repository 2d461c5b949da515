package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands in front of TLS until the first byte has come: a client that speaks plain HTTP is told so
 * in words that it understands.
 */
final class TlsGate extends ChannelInboundHandlerAdapter {

  private static final Logger LOG = LoggerFactory.getLogger(TlsGate.class);
  private static final String SENTENCE =
      "This port speaks TLS only: connect with https:// or wss://.";

  private final House house;
  private final Loop loop;

  TlsGate(House house, Loop loop) {
    this.house = house;
    this.loop = loop;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    ChannelPipeline pipeline = context.pipeline();
    if (!startsAsHttp(bytes)) {
      context.fireChannelRead(bytes);
      pipeline.remove(this);
      return;
    }
    bytes.release();
    LOG.debug("Plain HTTP came to a port that speaks TLS");
    house.watch().refused(Refusal.NOT_ENCRYPTED);
    for (ChannelHandler other : pipeline.toMap().values()) {
      if (other != this) {
        pipeline.remove(other);
      }
    }
    pipeline.replace(
        this,
        null,
        new Farewell(
            loop,
            house.settings().patience(),
            HttpText.refusal(new UpgradeAnswer.Refuse(400, Map.of(), HttpText.error(SENTENCE)))));
  }

  /** A method's name begins with a letter; a TLS record begins with a small number. */
  private static boolean startsAsHttp(ByteBuf bytes) {
    byte first = bytes.isReadable() ? bytes.getByte(bytes.readerIndex()) : 0;
    return first >= 'A' && first <= 'Z';
  }
}
