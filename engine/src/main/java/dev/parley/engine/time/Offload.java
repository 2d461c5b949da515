package dev.parley.engine.time;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/**
 * The only door to other threads: work that blocks or computes for longer than a frame may take.
 *
 * <p>In an ordinary system jobs run on the bounded dispatcher {@code parley.offload-dispatcher},
 * and their results are completed on its threads. In a {@link VirtualWorld} they run in parallel as
 * well, but complete on the world's thread, in the order in which they were submitted, in no
 * virtual time.
 */
public interface Offload {

  /** The configuration path of the dispatcher for blocking work. */
  String DISPATCHER = "parley.offload-dispatcher";

  /** Runs the job elsewhere. A thrown exception fails the stage that is returned. */
  <T> CompletionStage<T> submit(Callable<? extends T> job);

  /** The door of this system. */
  static Offload of(ClassicActorSystemProvider provider) {
    var system = provider.classicSystem();
    return system.scheduler() instanceof VirtualScheduler virtual
        ? virtual
        : on(system.dispatchers().lookup(DISPATCHER));
  }

  /** A door that leads to an executor of one's own. */
  static Offload on(Executor executor) {
    return new Offload() {
      @Override
      public <T> CompletionStage<T> submit(Callable<? extends T> job) {
        CompletableFuture<T> result = new CompletableFuture<>();
        executor.execute(() -> complete(result, job));
        return result;
      }
    };
  }

  private static <T> void complete(CompletableFuture<T> result, Callable<? extends T> job) {
    try {
      result.complete(job.call());
    } catch (Throwable e) { // whatever it is: somebody waits for the job
      result.completeExceptionally(e);
    }
  }
}
