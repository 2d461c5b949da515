package dev.parley.engine.time;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Work that is computed on a real thread and delivered on the loop's.
 *
 * <p>Threads: {@link #compute} on any thread, once; {@link #run} on the loop's thread, after {@link
 * #isDone}.
 */
final class VirtualJob<T> implements Runnable {

  private final Callable<? extends T> job;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private @Nullable T value;
  private @Nullable Throwable failure;
  private volatile boolean done;

  VirtualJob(Callable<? extends T> job) {
    this.job = job;
  }

  CompletableFuture<T> result() {
    return result;
  }

  boolean isDone() {
    return done;
  }

  void compute() {
    try {
      value = job.call();
    } catch (Throwable e) { // whatever it is: the world waits for the job
      failure = e;
    } finally {
      done = true;
    }
  }

  @Override
  public void run() {
    if (failure != null) {
      result.completeExceptionally(failure);
    } else {
      result.complete(value);
    }
  }
}
