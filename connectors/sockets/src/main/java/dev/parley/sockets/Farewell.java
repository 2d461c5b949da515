package dev.parley.sockets;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * The last word to a connection that is turned away: written, and then what still comes is thrown
 * away until the peer has hung up too, or some time is over.
 */
final class Farewell extends ChannelInboundHandlerAdapter implements Loop.Visited {

  private final Loop loop;
  private final Patience patience;
  private final byte[] words;
  private final long since;
  private @Nullable ChannelHandlerContext ctx;

  Farewell(Loop loop, Patience patience, byte[] words) {
    this.loop = loop;
    this.patience = patience;
    this.words = words;
    since = loop.now();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    loop.add(this);
    Outbox outbox = new Outbox(context, loop, patience);
    outbox.write(Unpooled.wrappedBuffer(words));
    outbox.finish(/* whole= */ false);
    context.channel().config().setAutoRead(true);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    loop.remove(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Closing.NOW || event instanceof ChannelInputShutdownEvent) {
      Netty.close(context);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    Netty.close(context); // nobody is left to tell
  }

  @Override
  public void visit(long now) {
    if (ctx != null && now - since > patience.close().toNanos()) {
      Netty.close(ctx);
    }
  }
}
