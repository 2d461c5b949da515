package dev.parley.benchmarks.serve;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutorGroup;
import java.util.concurrent.TimeUnit;

/**
 * What Netty shall do, and nobody waits for: what fails shows in the connection's end, and what is
 * scheduled ends with its loop.
 */
@SuppressWarnings("FutureReturnValueIgnored")
final class Later {

  private Later() {}

  static void write(ChannelHandlerContext context, Object message) {
    context.write(message, context.voidPromise());
  }

  static void writeAndFlush(ChannelHandlerContext context, Object message) {
    context.writeAndFlush(message, context.voidPromise());
  }

  static void close(ChannelHandlerContext context) {
    context.close();
  }

  static void run(EventExecutorGroup loop, Runnable task, long nanos) {
    loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }
}
