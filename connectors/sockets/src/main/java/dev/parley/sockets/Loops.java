package dev.parley.sockets;

import dev.parley.engine.time.MediaClock;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * The event loops of one server or client, each a thread and a dispatcher of Pekko. By epoll where
 * the native library is there, otherwise by NIO.
 */
final class Loops {

  private final EventLoopGroup group;
  private final IdentityHashMap<EventLoop, Loop> loops = new IdentityHashMap<>();
  private final Watchdog watchdog;

  private Loops(
      ActorSystem<?> system, int count, Patience patience, Duration blocked, SocketWatch watch) {
    IoHandlerFactory io = isNative() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
    group =
        new MultiThreadIoEventLoopGroup(
            count, new DefaultThreadFactory("parley-sockets", /* daemon= */ true), io);
    MediaClock clock = MediaClock.of(system);
    group.forEach(
        executor -> {
          EventLoop events = (EventLoop) executor;
          String name =
              LoopDispatcher.register(system.classicSystem(), "parley.sockets.loop-", events);
          loops.put(events, new Loop(name, events, clock, every(patience).toNanos()));
        });
    watchdog = new Watchdog(clock, blocked, watch, List.copyOf(loops.values()));
  }

  static Loops start(
      ActorSystem<?> system, int count, Patience patience, Duration blocked, SocketWatch watch) {
    // The first buffer costs tens of milliseconds, which no loop should be blamed for
    ByteBufAllocator.DEFAULT.ioBuffer().release();
    Loops loops = new Loops(system, count, patience, blocked, watch);
    loops.loops.values().forEach(Loop::start);
    loops.watchdog.start();
    system.getWhenTerminated().whenComplete((done, fault) -> loops.end());
    return loops;
  }

  static boolean isNative() {
    return Epoll.isAvailable();
  }

  EventLoopGroup group() {
    return group;
  }

  Loop of(Channel channel) {
    Loop loop = loops.get(channel.eventLoop());
    if (loop == null) {
      throw new IllegalStateException("a channel of another group");
    }
    return loop;
  }

  Class<? extends ServerChannel> serverChannel() {
    return isNative() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
  }

  Class<? extends Channel> clientChannel() {
    return isNative() ? EpollSocketChannel.class : NioSocketChannel.class;
  }

  /** Ends all threads. What still runs on the dispatchers goes on elsewhere. */
  CompletionStage<Done> end() {
    watchdog.stop();
    CompletableFuture<Done> ended = new CompletableFuture<>();
    group
        .shutdownGracefully(10, 1_000, TimeUnit.MILLISECONDS)
        .addListener(future -> ended.complete(Done.getInstance()));
    return ended;
  }

  /** A quarter of the shortest time, and at most a second. */
  private static Duration every(Patience patience) {
    Duration shortest =
        Stream.of(
                patience.head(),
                patience.attach(),
                patience.message(),
                patience.ping(),
                patience.progress(),
                patience.age(),
                patience.close())
            .min(Duration::compareTo)
            .orElseThrow()
            .dividedBy(4);
    Duration most = Duration.ofSeconds(1);
    return shortest.compareTo(most) < 0 ? shortest : most;
  }
}
