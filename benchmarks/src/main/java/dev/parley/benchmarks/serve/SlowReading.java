package dev.parley.benchmarks.serve;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import java.time.Duration;

/**
 * Reads a few bytes at fixed times, whatever the handlers behind it ask for: a client with a slow
 * line, whose server feels it as it would there.
 */
final class SlowReading extends ChannelDuplexHandler {

  private static final Duration EVERY = Duration.ofMillis(10);

  private long next;
  private boolean ended;

  /** Takes so many bytes at a time that it comes to this speed. */
  static RecvByteBufAllocator portions(long bitsPerSecond) {
    int bytes = Math.toIntExact(bitsPerSecond / 8 * EVERY.toMillis() / 1_000);
    return new FixedRecvByteBufAllocator(bytes).maxMessagesPerRead(1);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    next = System.nanoTime();
    readOn(context);
    context.fireChannelActive();
  }

  @Override
  public void read(ChannelHandlerContext context) {} // only the clock asks

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended = true;
    context.fireChannelInactive();
  }

  private void readOn(ChannelHandlerContext context) {
    if (ended) {
      return;
    }
    context.read();
    next += EVERY.toNanos();
    Later.run(context.executor(), () -> readOn(context), next - System.nanoTime());
  }
}
