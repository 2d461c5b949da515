package dev.parley.engine.time;

import com.typesafe.config.Config;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.apache.pekko.actor.AbstractScheduler;
import org.apache.pekko.actor.Cancellable;
import org.apache.pekko.event.LoggingAdapter;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;

/**
 * Pekko's scheduler, and the clock, of a {@link VirtualWorld}. Made by Pekko from its
 * configuration; all dispatchers of the system run on this scheduler's one thread (see {@link
 * VirtualExecutor}).
 */
public final class VirtualScheduler extends AbstractScheduler implements MediaClock, Offload {

  private final VirtualLoop loop = new VirtualLoop();
  private final ExecutorService workers;

  /** Called by Pekko. */
  public VirtualScheduler(Config config, LoggingAdapter log, ThreadFactory threads) {
    workers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads);
    threads.newThread(loop).start();
  }

  VirtualLoop loop() {
    return loop;
  }

  @Override
  public long nanos() {
    return loop.now();
  }

  @Override
  public <T> CompletionStage<T> submit(Callable<? extends T> job) {
    VirtualJob<T> pending = new VirtualJob<>(job);
    loop.await(pending);
    workers.execute(
        () -> {
          pending.compute();
          loop.jobDone();
        });
    return pending.result();
  }

  @Override
  @SuppressWarnings("deprecation") // to be implemented all the same
  public Cancellable schedule(
      FiniteDuration delay, FiniteDuration interval, Runnable task, ExecutionContext executor) {
    return loop.schedule(delay.toNanos(), interval.toNanos(), () -> executor.execute(task));
  }

  @Override
  public Cancellable scheduleOnce(FiniteDuration delay, Runnable task, ExecutionContext executor) {
    return loop.schedule(delay.toNanos(), 0, () -> executor.execute(task));
  }

  @Override
  public double maxFrequency() {
    return 1_000_000;
  }

  void close() {
    loop.close();
    workers.shutdown();
  }
}
