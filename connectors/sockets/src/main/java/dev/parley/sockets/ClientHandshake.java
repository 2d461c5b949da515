package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.stream.javadsl.Flow;
import org.jspecify.annotations.Nullable;

/** A client's side of the opening handshake: asks, checks the answer, and becomes a socket. */
final class ClientHandshake extends ChannelInboundHandlerAdapter implements Loop.Visited {

  private static final int MOST = 64 * 1024;
  private static final String END = "\r\n\r\n";

  private final Loop loop;
  private final ClientSettings settings;
  private final Budget budget;
  private final ClientHello hello;
  private final CompletableFuture<ClientSocket> opened;
  private final long since;
  private final ByteBuf come = Unpooled.buffer(1024);
  private @Nullable ChannelHandlerContext ctx;
  private boolean connected;
  private boolean asked;

  ClientHandshake(
      Loop loop,
      ClientSettings settings,
      Budget budget,
      ClientHello hello,
      CompletableFuture<ClientSocket> opened) {
    this.loop = loop;
    this.settings = settings;
    this.budget = budget;
    this.hello = hello;
    this.opened = opened;
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
    if (connected) { // else TCP says why not, which may come later
      opened.completeExceptionally(
          new UpgradeRefused("The server hung up before it answered.", 0, Map.of(), ""));
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    connected = true;
    // Under TLS it waits until the names are checked: the headers may hold keys
    if (context.pipeline().get(SslHandler.class) == null) {
      ask(context);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent tls) {
      if (tls.isSuccess()) {
        ask(context);
      } else {
        opened.completeExceptionally(tls.cause());
        Netty.close(context);
      }
    } else if (event instanceof ChannelInputShutdownEvent) {
      look(/* isAll= */ true);
      Netty.close(context);
    }
  }

  private void ask(ChannelHandlerContext context) {
    if (!asked) {
      asked = true;
      Netty.write(context, Unpooled.copiedBuffer(hello.text(), StandardCharsets.ISO_8859_1));
      context.flush();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    come.writeBytes(bytes);
    bytes.release();
    look(come.readableBytes() > MOST);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable fault) {
    opened.completeExceptionally(fault);
    Netty.close(context);
  }

  @Override
  public void visit(long now) {
    if (ctx != null && now - since > settings.patience().head().toNanos()) {
      look(/* isAll= */ true);
      Netty.close(ctx);
    }
  }

  /**
   * Looks whether the answer is whole.
   *
   * @param isAll whether no more of it will be read
   */
  private void look(boolean isAll) {
    String text = come.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    if (ctx == null || opened.isDone() || (end < 0 && !isAll)) {
      return;
    }
    try {
      HttpHead head = HttpHead.parse(text.substring(0, Math.max(0, end)));
      if (head.start().get(1).equals("101")) {
        check(head);
        come.skipBytes(end + END.length());
        open(ctx, head);
      } else if (isAll || isWhole(head, text.length() - end - END.length())) {
        throw refused("The server said " + head.start().get(1) + ".", head, end);
      }
    } catch (BadHead bad) {
      fail(ctx, new UpgradeRefused("The server's answer is not HTTP.", 0, Map.of(), ""));
    } catch (UpgradeRefused refused) {
      fail(ctx, refused);
    }
  }

  private static boolean isWhole(HttpHead head, int body) {
    String length = head.headers().getOrDefault("content-length", List.of("-")).get(0);
    return length.matches("[0-9]{1,9}") && Integer.parseInt(length) <= body;
  }

  private void check(HttpHead head) {
    Optional<String> chosen = head.list(Handshake.PROTOCOL).stream().findFirst();
    boolean isProven =
        head.headers()
            .getOrDefault(Handshake.ACCEPT, List.of())
            .equals(List.of(Handshake.accept(hello.key())));
    if (!isProven || !head.lists("upgrade", "websocket") || !head.lists("connection", "upgrade")) {
      throw refused("The server's yes is not of this protocol.", head, 0);
    }
    if (chosen.isPresent() && !hello.subprotocols().contains(chosen.get())) {
      throw refused("The server chose a sub-protocol that was not offered.", head, 0);
    }
    if (head.headers().containsKey("sec-websocket-extensions")) {
      throw refused("The server chose an extension that was not offered.", head, 0);
    }
  }

  private UpgradeRefused refused(String message, HttpHead head, int end) {
    int body = Math.min(come.readableBytes(), end + END.length());
    return new UpgradeRefused(
        message,
        status(head),
        head.headers(),
        come.toString(
            come.readerIndex() + body, come.readableBytes() - body, StandardCharsets.UTF_8));
  }

  private static int status(HttpHead head) {
    String word = head.start().get(1);
    return word.matches("[0-9]{3}") ? Integer.parseInt(word) : 0;
  }

  private void open(ChannelHandlerContext context, HttpHead head) {
    SocketHandler socket =
        new SocketHandler(
            loop, Side.CLIENT, settings.messages(), settings.patience(), budget, close -> {});
    opened.complete(
        new ClientSocket(
            head.list(Handshake.PROTOCOL).stream().findFirst(),
            head.headers(),
            loop.dispatcher(),
            Flow.fromGraph(new BridgeStage<>(socket))));
    context.pipeline().replace(this, null, socket);
    Handover.give(context, socket, come);
  }

  private void fail(ChannelHandlerContext context, UpgradeRefused refused) {
    opened.completeExceptionally(refused);
    Netty.close(context);
  }
}
