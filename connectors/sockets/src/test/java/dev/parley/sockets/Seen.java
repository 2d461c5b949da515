package dev.parley.sockets;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Notes what a watch is told. */
final class Seen implements SocketWatch {

  final AtomicInteger connected = new AtomicInteger();
  final AtomicInteger opened = new AtomicInteger();
  final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
  final BlockingQueue<Refusal> refused = new LinkedBlockingQueue<>();
  final BlockingQueue<List<StackTraceElement>> blocked = new LinkedBlockingQueue<>();
  final BlockingQueue<Duration> freed = new LinkedBlockingQueue<>();

  @Override
  public void connected(InetSocketAddress remote) {
    connected.incrementAndGet();
  }

  @Override
  public void opened(String path) {
    opened.incrementAndGet();
  }

  @Override
  public void closed(int code, Duration lasted) {
    closed.add(code);
  }

  @Override
  public void refused(Refusal reason) {
    refused.add(reason);
  }

  @Override
  public void loopBlocked(String dispatcher, Duration soFar, List<StackTraceElement> stack) {
    blocked.add(stack);
  }

  @Override
  public void loopFreed(String dispatcher, Duration whole) {
    freed.add(whole);
  }

  static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came within 10 s");
    }
    return next;
  }
}
