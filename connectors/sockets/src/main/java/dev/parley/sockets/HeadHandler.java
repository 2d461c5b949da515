package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a connection's first request, which decides what the connection is: a request
 * for a WebSocket goes to the application, anything else to the HTTP routes, from its first byte.
 */
final class HeadHandler extends ChannelInboundHandlerAdapter implements Loop.Visited {

  private static final byte[] END = {'\r', '\n', '\r', '\n'};

  private final House house;
  private final Loop loop;
  private final InetSocketAddress remote;
  private final boolean tls;
  private final long since;
  private ByteBuf come = Unpooled.EMPTY_BUFFER;
  private int searched;
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable UpgradeJob job;

  HeadHandler(House house, Loop loop, InetSocketAddress remote, boolean tls) {
    this.house = house;
    this.loop = loop;
    this.remote = remote;
    this.tls = tls;
    since = loop.now();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    ctx = context;
    loop.add(this);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext context) {
    loop.remove(this);
    come.release();
    come = Unpooled.EMPTY_BUFFER;
    if (job != null) {
      job.onGone();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (!come.isReadable()) {
      come.release();
      come = bytes;
    } else {
      ByteBuf joined = context.alloc().buffer(come.readableBytes() + bytes.readableBytes());
      joined.writeBytes(come).writeBytes(bytes);
      come.release();
      bytes.release();
      come = joined;
    }
    if (job == null) {
      look();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    boolean isIdle = event == Closing.NOW && job == null;
    if (isIdle || event instanceof ChannelInputShutdownEvent) {
      Netty.close(context);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    Netty.close(context); // reset by the peer, or not TLS: nothing was begun
  }

  @Override
  public void visit(long now) {
    if (job == null && now - since > house.settings().patience().head().toNanos()) {
      refuse(Refusal.HEAD_TOO_SLOW, new BadHead(408, "The request took too long.").answer());
    } else if (job != null) {
      job.visit(now);
    }
  }

  /** Looks whether the head is whole. */
  private void look() {
    int most = house.settings().head().bytes();
    int length = end();
    if (length > most || (length < 0 && come.readableBytes() > most)) {
      refuse(
          Refusal.HEAD_TOO_LARGE,
          new BadHead(431, "The head is longer than " + most + " bytes.").answer());
    } else if (length >= 0) {
      decide(length);
    }
  }

  /** How long the head is without the empty line at its end, or -1. */
  private int end() {
    int from = come.readerIndex();
    for (int i = Math.max(0, searched - END.length); i <= come.readableBytes() - END.length; i++) {
      if (come.getByte(from + i) == '\r'
          && come.getByte(from + i + 1) == '\n'
          && come.getByte(from + i + 2) == '\r'
          && come.getByte(from + i + 3) == '\n') {
        return i;
      }
    }
    searched = come.readableBytes();
    return -1;
  }

  private void decide(int length) {
    Optional<HttpHead> wanted = wanted(length);
    if (wanted.isEmpty()) {
      toRoutes();
      return;
    }
    HttpHead head = wanted.get();
    try {
      Handshake.check(head, house.settings().head());
      Query query = Query.parse(head.start().get(1));
      come.skipBytes(length + END.length);
      ask(head, query, length + END.length);
    } catch (BadHead bad) {
      refuse(
          bad.status() == 400 || bad.status() == 426 ? Refusal.BAD_UPGRADE : Refusal.HEAD_TOO_LARGE,
          bad.answer());
    }
  }

  /**
   * The head, if it asks for a WebSocket; what is wrong with any other is for the routes to say.
   */
  private Optional<HttpHead> wanted(int length) {
    try {
      HttpHead head =
          HttpHead.parse(come.toString(come.readerIndex(), length, StandardCharsets.ISO_8859_1));
      return Handshake.isWanted(head) ? Optional.of(head) : Optional.empty();
    } catch (BadHead bad) {
      return Optional.empty();
    }
  }

  private void ask(HttpHead head, Query query, int length) {
    if (ctx == null) {
      return;
    }
    ctx.channel().config().setAutoRead(false);
    job = new UpgradeJob(house, loop, this, head, length);
    job.ask(query, remote, tls);
  }

  // ---- what is decided

  void refuse(Refusal reason, UpgradeAnswer.Refuse answer) {
    house.watch().refused(reason);
    become(
        new Farewell(loop, house.settings().patience(), HttpText.refusal(answer)),
        Unpooled.EMPTY_BUFFER);
  }

  /** The routes get it all, the head included. */
  void toRoutes() {
    become(new HttpHandler(house, loop, remote), come.retain());
  }

  /** The application does not want it: the head goes back in front of what came behind it. */
  void backToRoutes(int length) {
    come.readerIndex(come.readerIndex() - length);
    toRoutes();
  }

  void toSocket(SocketHandler socket, byte[] answer) {
    if (ctx != null) {
      Netty.write(ctx, Unpooled.wrappedBuffer(answer));
      become(socket, come.retain());
      ctx.flush();
    }
  }

  /** Another handler takes this one's place, and what has come already. */
  private void become(ChannelInboundHandlerAdapter next, ByteBuf rest) {
    ChannelHandlerContext here = ctx;
    if (here == null || here.isRemoved()) {
      rest.release();
      return;
    }
    job = null;
    here.pipeline().replace(this, null, next);
    here.channel().config().setAutoRead(true);
    Handover.give(here, next, rest);
  }
}
