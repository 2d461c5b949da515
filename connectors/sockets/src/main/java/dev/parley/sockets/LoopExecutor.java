package dev.parley.sockets;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * An event loop as Pekko's dispatchers want their executors. They shut an idle one down and ask for
 * it again later, so shutting this one down leaves the loop alone.
 *
 * <p>What comes when the loop has ended, such as the last words of stopped actors, runs elsewhere.
 */
final class LoopExecutor extends AbstractExecutorService {

  private final EventLoop loop;
  private final Executor afterwards;
  private volatile boolean down;

  LoopExecutor(EventLoop loop, Executor afterwards) {
    this.loop = loop;
    this.afterwards = afterwards;
  }

  @Override
  public void execute(Runnable task) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException ended) {
      afterwards.execute(task);
    }
  }

  @Override
  public void shutdown() {
    down = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    down = true;
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return down;
  }

  @Override
  public boolean isTerminated() {
    return down;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return down;
  }
}
