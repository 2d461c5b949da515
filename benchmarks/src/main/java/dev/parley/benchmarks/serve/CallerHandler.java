package dev.parley.benchmarks.serve;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One open WebSocket of the driver, between Netty and a {@link Caller}. */
final class CallerHandler extends SimpleChannelInboundHandler<WebSocketFrame>
    implements Caller.Line {

  private final Caller caller;
  private final Runnable onGone;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private @Nullable ChannelHandlerContext context;

  /**
   * @param onGone told when the connection ends, whoever ends it
   */
  CallerHandler(Caller caller, Runnable onGone) {
    this.caller = caller;
    this.onGone = onGone;
  }

  /** Completed when the greetings are over; fails if the connection does before. */
  CompletableFuture<Void> whenReady() {
    return ready;
  }

  void frame(long frame, long due) {
    if (context != null && context.channel().isActive()) {
      caller.frame(frame, due);
    }
  }

  void close() {
    if (context != null) {
      Later.close(context);
    }
  }

  void fail(Throwable cause) {
    ready.completeExceptionally(cause);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext in, Object event) {
    if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
      context = in;
      caller.open(this);
    } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
      fail(new IllegalStateException("the server did not answer the handshake"));
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext in, WebSocketFrame frame) {
    if (frame instanceof TextWebSocketFrame) {
      caller.heard(frame.content(), System.nanoTime());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext in) {
    fail(new IllegalStateException("the server hung up"));
    onGone.run();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext in, Throwable cause) {
    fail(cause);
    Later.close(in);
  }

  @Override
  public void send(ByteBuf frame) {
    if (context == null) {
      frame.release();
    } else {
      Later.writeAndFlush(context, frame);
    }
  }

  @Override
  public void send(byte[] frame) {
    send(Unpooled.wrappedBuffer(frame));
  }

  @Override
  public ByteBufAllocator memory() {
    return context == null ? ByteBufAllocator.DEFAULT : context.alloc();
  }

  @Override
  public void ready() {
    ready.complete(null);
  }
}
