package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.apache.pekko.stream.SubscriptionWithCancelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open WebSocket: what Netty reads goes through a {@link FrameReader} to the stream, what the
 * stream sends goes out, and in between the rules of the protocol and of {@link Patience} are kept.
 *
 * <p>Made before the handshake is over, so that its stream can be run then already; it comes to
 * life when it is added to the channel.
 */
final class SocketHandler extends ChannelInboundHandlerAdapter
    implements Wire<WsFrame>, FrameSink, Loop.Visited {

  private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);
  private static final byte[] OUR_PING = {'p', 'a', 'r', 'l', 'e', 'y'};

  private final Loop loop;
  private final Patience patience;
  private final FrameReader reader;
  private final FrameOut out;
  private final Hold hold;
  private final Consumer<WsFrame.Close> onGone;
  private final Inbox<WsFrame> inbox;
  private final Pokes pokes = new Pokes();
  private final Ending ending = new Ending();
  private final ReadGate gate = new ReadGate();
  private final Liveness liveness;
  private final Vigil vigil;
  private @Nullable ChannelHandlerContext ctx;
  private boolean silent;
  private boolean gone;

  /**
   * @param onGone told once, when the connection is no more
   */
  SocketHandler(
      Loop loop,
      Side side,
      MessageLimits limits,
      Patience patience,
      Budget budget,
      Consumer<WsFrame.Close> onGone) {
    this.loop = loop;
    this.patience = patience;
    this.onGone = onGone;
    reader = new FrameReader(limits, side == Side.SERVER, this);
    out = new FrameOut(side == Side.SERVER ? FrameWriter.plain() : FrameWriter.masking());
    hold = new Hold(budget);
    inbox = new Inbox<>(limits, Weight::of);
    liveness = new Liveness(patience, loop.every(), loop.now());
    vigil = new Vigil(patience, ending, pokes, out, gate, reader, liveness, loop.now());
  }

  /** Ends the socket from this side, whatever its stream does. For any thread. */
  void hangUp(WsFrame.Close close) {
    if (isHere()) {
      close(close);
    } else {
      loop.events().execute(() -> close(close));
    }
  }

  /** The handshake came to nothing. */
  void abandon() {
    gone = true;
    cut();
  }

  // ---- from the wire

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    out.open(context, loop, patience);
    liveness.heard(loop.now());
    loop.add(this);
    if (ending.isSent()) {
      out.send(ending.cause()); // the application was faster than the handshake
    }
    pokes.now();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    try {
      long now = loop.now();
      liveness.heard(now);
      if (!reader.isEnded()) {
        reader.read(bytes.nioBuffer(), now);
        if (!hold.set(reader.held() + inbox.bytes())) {
          onViolation(CloseCode.TRY_LATER, "the server has no room for more");
        }
      }
    } finally {
      bytes.release();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    if (inbox.isFull() && !ending.hasBegun()) {
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
      silent = true;
      if (!ending.isOwed()) {
        Netty.close(context); // a socket cannot be half open
      }
    } else {
      context.fireUserEventTriggered(event);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    if (fault instanceof IOException || fault.getCause() instanceof SSLException) {
      Netty.close(context); // the peer's doing, and nothing can be said to it any more
    } else {
      LOG.warn("A socket failed", fault);
      onViolation(CloseCode.INTERNAL_ERROR, "");
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    onEnd();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    onEnd();
  }

  private void onEnd() {
    if (gone) {
      return;
    }
    gone = true;
    loop.remove(this);
    reader.stop();
    hold.set(0);
    cut();
    onGone.accept(ending.cause());
    if (!inbox.isDone()) {
      Netty.after(loop.events(), patience.close().toNanos(), this::forget);
    }
  }

  /** An application that still takes nothing has to hear at least that it is over. */
  private void forget() {
    inbox.clear();
    pokes.now();
  }

  private void cut() {
    WsFrame.Close close = new WsFrame.Close(CloseCode.CUT);
    ending.receive(close, loop.now());
    ending.send(close, loop.now());
    tell();
  }

  // ---- from the reader

  @Override
  public void onFrame(WsFrame frame) {
    if (ending.hasBegun()) {
      return;
    }
    if (frame instanceof WsFrame.Ping ping) {
      out.send(new WsFrame.Pong(ping.payload()));
    }
    if (!(frame instanceof WsFrame.Pong pong && Arrays.equals(pong.payload(), OUR_PING))) {
      inbox.add(frame);
      pokes.onMore();
    }
  }

  @Override
  public void onClose(WsFrame.Close close) {
    boolean isAnswer = ending.hasBegun();
    boolean isWaitedFor = !inbox.isEmpty();
    ending.receive(close, loop.now());
    tell();
    readOn();
    if (isAnswer || !isWaitedFor) {
      conclude();
    }
  }

  @Override
  public void onViolation(int code, String reason) {
    reader.stop();
    onClose(new WsFrame.Close(code, reason).byUs());
  }

  // ---- from the loop's round

  @Override
  public void visit(long now) {
    if (ctx == null) {
      return;
    }
    switch (vigil.look(ctx.channel(), now)) {
      case FINE -> {}
      case SILENT -> out.send(new WsFrame.Ping(OUR_PING));
      case ENDLESS -> hurry(ctx);
      case UNATTENDED -> close(new WsFrame.Close(CloseCode.INTERNAL_ERROR, "nobody answers"));
      case STUCK -> close(new WsFrame.Close(CloseCode.TOO_SLOW, "what was sent is not taken"));
      case UNFINISHED -> close(new WsFrame.Close(CloseCode.TOO_SLOW, "a message took too long"));
      case DEAD -> {
        close(new WsFrame.Close(CloseCode.TOO_SLOW, "no sign of life"));
        ctx.flush();
        Netty.close(ctx);
      }
    }
  }

  /** The application does not take what came, or the peer does not answer. */
  private void hurry(ChannelHandlerContext context) {
    if (ending.isOwed()) {
      conclude();
    } else {
      Netty.close(context);
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
  public @Nullable WsFrame poll() {
    WsFrame next = inbox.poll();
    if (next == null) {
      pokes.wantMore();
      return null;
    }
    if (!gone) {
      hold.set(reader.held() + inbox.bytes());
      if (inbox.isLow()) {
        readOn();
      }
      if (next instanceof WsFrame.Close && ending.isOwed()) {
        conclude(); // what came before it has been answered, by whoever answers at once
      }
    }
    return next;
  }

  @Override
  public boolean isDone() {
    return inbox.isDone();
  }

  @Override
  public boolean hasRoom() {
    boolean room = out.hasRoom();
    if (!room) {
      pokes.wantRoom();
    }
    return room;
  }

  @Override
  public boolean isDeaf() {
    return ending.isSent();
  }

  @Override
  public void write(WsFrame frame) {
    if (frame instanceof WsFrame.Close close) {
      close(close);
    } else if (!ending.isSent()) {
      out.send(frame);
    }
  }

  @Override
  public void finish() {
    close(new WsFrame.Close(CloseCode.NORMAL));
  }

  @Override
  public void fail(Throwable fault) {
    close(new WsFrame.Close(CloseCode.INTERNAL_ERROR));
  }

  @Override
  public void cancel(Throwable cause) {
    boolean isFault = !(cause instanceof SubscriptionWithCancelException.NonFailureCancellation);
    close(new WsFrame.Close(isFault ? CloseCode.INTERNAL_ERROR : CloseCode.NORMAL));
    inbox.clear();
  }

  @Override
  public void detach() {
    close(new WsFrame.Close(CloseCode.GOING_AWAY));
    inbox.clear();
  }

  // ---- the end

  /** Ends from this side; the peer has some time to agree. */
  private void close(WsFrame.Close close) {
    boolean isOwed = ending.isOwed();
    if (ending.send(close, loop.now())) {
      out.send(close);
      tell();
      readOn(); // what comes is not kept, but its end has to be seen
      if (isOwed) {
        out.finish(silent);
      }
    }
  }

  /** Says what is owed to the peer, who has said it already, and hangs up. */
  private void conclude() {
    if (ending.send(ending.cause(), loop.now())) {
      out.send(ending.cause());
    }
    out.finish(silent);
    pokes.now();
  }

  /** The application hears of the end, behind all that came. */
  private void tell() {
    if (!inbox.hasEnded()) {
      inbox.addLast(ending.cause());
    }
    pokes.now();
  }

  private void readOn() {
    if (ctx != null && !gate.isOpen()) {
      long now = loop.now();
      liveness.heard(now); // its silence was not its own
      reader.forgive(gate.open(ctx.channel(), now));
    }
  }
}
