package dev.parley.sockets;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;

/** A socket's way out: frames become bytes in an {@link Outbox}, once there is a channel. */
final class FrameOut {

  private final FrameWriter writer;
  private @Nullable Outbox outbox;
  private ByteBufAllocator memory = ByteBufAllocator.DEFAULT;

  FrameOut(FrameWriter writer) {
    this.writer = writer;
  }

  void open(ChannelHandlerContext ctx, Loop loop, Patience patience) {
    memory = ctx.alloc();
    outbox = new Outbox(ctx, loop, patience);
  }

  /** What is sent before there is a channel goes nowhere. */
  void send(WsFrame frame) {
    if (outbox != null) {
      outbox.write(writer.write(frame, memory));
    }
  }

  boolean hasRoom() {
    return outbox != null && outbox.hasRoom();
  }

  boolean isStuck(long now) {
    return outbox != null && outbox.isStuck(now);
  }

  void finish(boolean whole) {
    if (outbox != null) {
      outbox.finish(whole);
    }
  }
}
