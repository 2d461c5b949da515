package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Writes to one channel, with one flush for all that is written in a turn of its loop, and knows
 * how much of it the kernel has not taken.
 */
final class Outbox {

  /** What Netty counts for a write besides its bytes. */
  private static final int OVERHEAD = 96;

  private final ChannelHandlerContext ctx;
  private final Loop loop;
  private final Backlog backlog;
  private final Runnable flush = this::flushNow;
  private boolean flushAsked;
  private boolean finished;

  Outbox(ChannelHandlerContext ctx, Loop loop, Patience patience) {
    this.ctx = ctx;
    this.loop = loop;
    backlog = new Backlog(patience);
  }

  /** Takes the buffer. */
  void write(ByteBuf bytes) {
    if (finished) {
      bytes.release();
      return;
    }
    backlog.add(bytes.readableBytes() + OVERHEAD, loop.now());
    Netty.write(ctx, bytes);
    if (!flushAsked) {
      flushAsked = true;
      loop.events().execute(flush);
    }
  }

  boolean hasRoom() {
    return !finished && ctx.channel().isWritable();
  }

  /** Whether the peer takes too long to take what was written. */
  boolean isStuck(long now) {
    ChannelOutboundBuffer buffer = ctx.channel().unsafe().outboundBuffer();
    return buffer != null
        && backlog.isStuck(buffer.totalPendingWriteBytes(), buffer.currentProgress(), now);
  }

  /**
   * Says goodbye behind what was written: closes this way only, so that the peer gets it all, which
   * a plain close would prevent while something from it is unread.
   *
   * @param whole whether the other way is closed already
   */
  void finish(boolean whole) {
    if (finished) {
      return;
    }
    finished = true;
    Channel channel = ctx.channel();
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              if (whole) {
                Netty.close(channel);
              } else {
                Netty.closeOutput(channel);
              }
            });
  }

  private void flushNow() {
    flushAsked = false;
    ctx.flush();
  }
}
