package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.settings.ServerSettings;
import org.apache.pekko.stream.ActorAttributes;
import org.apache.pekko.stream.TLSProtocol.SessionBytes;
import org.apache.pekko.stream.TLSProtocol.SslTlsInbound;
import org.apache.pekko.stream.TLSProtocol.SslTlsOutbound;
import org.apache.pekko.stream.javadsl.BidiFlow;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.TLSPlacebo;
import org.apache.pekko.util.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A connection of HTTP requests: its bytes go to and come from Pekko HTTP's server layer, which
 * runs on the system's own dispatcher, so that slow routes stop no audio.
 */
final class HttpHandler extends ChannelInboundHandlerAdapter
    implements Wire<ByteString>, Loop.Visited {

  private final House house;
  private final Loop loop;
  private final InetSocketAddress remote;
  private final Inbox<ByteString> inbox;
  private final Pokes pokes = new Pokes();
  private final ReadGate gate = new ReadGate();
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable Outbox outbox;
  private boolean asked;
  private boolean finished;
  private boolean deaf;
  private long moved;

  HttpHandler(House house, Loop loop, InetSocketAddress remote) {
    this.house = house;
    this.loop = loop;
    this.remote = remote;
    inbox = new Inbox<>(house.settings().messages(), ByteString::size);
    moved = loop.now();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    outbox = new Outbox(context, loop, house.settings().patience());
    loop.add(this);
    Flow<ByteString, ByteString, NotUsed> layer =
        house
            .requests()
            .join(
                Http.get(house.system())
                    .serverLayer(
                        ServerSettings.create(house.system().classicSystem())
                            .withRemoteAddressAttribute(true)
                            .withServerHeader(Optional.empty()),
                        Optional.of(remote)))
            .join(withoutTls());
    Flow.fromGraph(new BridgeStage<>(this))
        .withAttributes(ActorAttributes.dispatcher(loop.dispatcher()))
        .join(layer)
        .run(house.system());
  }

  /** The server layer speaks to TLS; what stands here says that there is none. */
  private static BidiFlow<SslTlsOutbound, ByteString, ByteString, SslTlsInbound, NotUsed>
      withoutTls() {
    Flow<SessionBytes, SslTlsInbound, NotUsed> widened =
        Flow.<SessionBytes>create().map(bytes -> bytes);
    return BidiFlow.fromFlows(Flow.<SslTlsOutbound>create(), widened)
        .atop(TLSPlacebo.getInstance());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    loop.remove(this);
    onEnd();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    onEnd();
  }

  private void onEnd() {
    deaf = true;
    inbox.end();
    pokes.now();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (!inbox.hasEnded()) {
      moved = loop.now();
      asked = true;
      byte[] copy = new byte[bytes.readableBytes()];
      bytes.readBytes(copy);
      inbox.add(ByteString.fromArrayUnsafe(copy));
      pokes.onMore();
    }
    bytes.release();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (inbox.isFull() && !inbox.hasEnded()) {
      gate.shut(context.channel(), loop.now());
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      pokes.onRoom();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      inbox.end(); // its last request still gets its answer
      pokes.now();
      if (finished) {
        Netty.close(context);
      }
    } else if (event == Closing.NOW && !asked) {
      end(); // behind what may still be on its way out
      Netty.closeWhenWritten(context);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    Netty.close(context); // reset by the peer
  }

  @Override
  public void visit(long now) {
    if (ctx == null || outbox == null) {
      return;
    }
    Patience patience = house.settings().patience();
    long silence = now - moved;
    if (silence > (finished ? patience.close() : patience.httpIdle()).toNanos()
        || outbox.isStuck(now)) {
      Netty.close(ctx);
    }
  }

  // ---- from the stream

  @Override
  public boolean isHere() {
    return loop.events().inEventLoop();
  }

  @Override
  public boolean attach(Runnable poke) {
    return pokes.attach(poke);
  }

  @Override
  public void poked() {
    pokes.poked();
  }

  @Override
  public @Nullable ByteString poll() {
    ByteString next = inbox.poll();
    if (next == null) {
      pokes.wantMore();
    } else if (inbox.isLow() && ctx != null) {
      gate.open(ctx.channel(), loop.now());
    }
    return next;
  }

  @Override
  public boolean isDone() {
    return inbox.isDone();
  }

  @Override
  public boolean hasRoom() {
    boolean room = outbox != null && outbox.hasRoom();
    if (!room) {
      pokes.wantRoom();
    }
    return room;
  }

  @Override
  public boolean isDeaf() {
    return deaf;
  }

  @Override
  public void write(ByteString next) {
    moved = loop.now();
    asked = false;
    if (outbox != null && !deaf) {
      outbox.write(Unpooled.wrappedBuffer(next.toArrayUnsafe()));
    }
  }

  @Override
  public void finish() {
    end();
  }

  @Override
  public void fail(Throwable fault) {
    end();
  }

  @Override
  public void cancel(Throwable cause) {
    inbox.clear(); // the routes still speak
    if (ctx != null) {
      gate.open(ctx.channel(), loop.now());
    }
  }

  @Override
  public void detach() {
    end();
  }

  private void end() {
    if (finished || outbox == null) {
      return;
    }
    finished = true;
    moved = loop.now();
    inbox.clear();
    if (ctx != null) {
      gate.open(ctx.channel(), moved);
    }
    outbox.finish(/* whole= */ false);
  }
}
