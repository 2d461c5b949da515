package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/** Gives what was read already to the handler that has just taken another's place. */
final class Handover {

  private Handover() {}

  /**
   * @param before the context of the handler that was replaced
   * @param rest taken, even if nothing is in it
   */
  static void give(ChannelHandlerContext before, ChannelInboundHandlerAdapter next, ByteBuf rest) {
    @Nullable ChannelHandlerContext ctx = before.pipeline().context(next);
    if (ctx == null || !rest.isReadable()) {
      rest.release();
      return;
    }
    try {
      // Not through the pipeline: in front of this handler TLS would take it for its own
      next.channelRead(ctx, rest);
      next.channelReadComplete(ctx);
    } catch (Exception fault) {
      ctx.fireExceptionCaught(fault);
    }
  }
}
