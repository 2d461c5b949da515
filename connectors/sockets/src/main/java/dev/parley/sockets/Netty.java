package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.concurrent.TimeUnit;

/**
 * Calls whose futures nobody keeps: what goes wrong comes back as an exception or the end of the
 * channel, and timers end with their loop.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Netty {

  private Netty() {}

  static void close(ChannelOutboundInvoker target) {
    target.close();
  }

  /** Closes behind all that was written so far. */
  static void closeWhenWritten(ChannelHandlerContext ctx) {
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
  }

  /** The peer reads the end; what it sends still comes. */
  static void closeOutput(Channel channel) {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls != null) {
      tls.closeOutbound();
    } else if (channel instanceof DuplexChannel duplex && channel.isActive()) {
      duplex.shutdownOutput();
    }
  }

  /** Takes the buffer; it waits for a flush. */
  static void write(ChannelHandlerContext ctx, ByteBuf bytes) {
    ctx.write(bytes, ctx.voidPromise());
  }

  static void after(EventExecutorGroup loops, long nanos, Runnable task) {
    loops.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  static void every(EventExecutorGroup loops, long nanos, Runnable task) {
    loops.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
  }
}
