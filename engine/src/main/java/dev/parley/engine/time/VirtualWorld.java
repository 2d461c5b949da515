package dev.parley.engine.time;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.jspecify.annotations.Nullable;

/**
 * A whole actor system in virtual time: the same program gives the same bytes on every run, a
 * thousand times faster than the clock on the wall.
 *
 * <p>One world serves one run. What is started in it must come from its own thread ({@link #run}
 * sees to that), must reach other threads through {@link Offload} only, and must not touch sockets,
 * random numbers without a seed, or the order of {@code Set.of} and {@code Map.of}. Latencies seen
 * in it are algorithmic delay, not computing time.
 *
 * @param <G> the messages of the system's guardian
 */
public final class VirtualWorld<G> implements AutoCloseable {

  private static final String CONFIG = "virtual-world.conf";

  private final ActorSystem<G> system;
  private final VirtualScheduler scheduler;
  private volatile @Nullable CompletableFuture<?> running;
  private boolean closed;

  private VirtualWorld(ActorSystem<G> system) {
    this.system = system;
    this.scheduler = (VirtualScheduler) system.classicSystem().scheduler();
  }

  /** A new world in which time stands at 0. */
  public static <G> VirtualWorld<G> create(Behavior<G> guardian, String name) {
    var config = ConfigFactory.parseResourcesAnySyntax(VirtualWorld.class, "/" + CONFIG);
    return new VirtualWorld<>(
        ActorSystem.create(guardian, name, config.withFallback(ConfigFactory.load())));
  }

  public ActorSystem<G> system() {
    return system;
  }

  /**
   * Starts something and lets time run until it has finished.
   *
   * @param start called on the world's thread; what it returns ends the run
   * @param limit how much virtual time it may take
   * @return what the stage was completed with
   * @throws IllegalStateException if the limit passed, or nothing was left that could ever finish
   *     it
   */
  public <T> T run(
      Function<? super ActorSystem<G>, ? extends CompletionStage<T>> start, Duration limit) {
    CompletableFuture<T> result = new CompletableFuture<>();
    running = result;
    Runnable starter =
        () -> {
          try {
            start
                .apply(system)
                .whenCompleteAsync(
                    (value, failure) -> finish(result, value, failure),
                    Runnable::run); // or Pekko's futures would hop to the common pool
          } catch (RuntimeException | Error e) { // or the world's thread would die of it
            finish(result, null, e);
          }
        };
    try {
      switch (scheduler.loop().advance(starter, limit.toNanos())) {
        case ASKED -> {}
        case LIMIT ->
            throw new IllegalStateException(
                "not finished after " + limit.toSeconds() + " s of virtual time");
        case STANDSTILL ->
            throw new IllegalStateException(
                "the virtual world stands still: nothing is left that could finish the run");
        case CLOSED -> throw new IllegalStateException("the virtual world is closed");
      }
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a virtual world was running", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new CompletionException(e.getCause());
    }
  }

  private <T> void finish(
      CompletableFuture<T> result, @Nullable T value, @Nullable Throwable failure) {
    if (failure != null) {
      result.completeExceptionally(failure);
    } else {
      result.complete(value);
    }
    if (running == result) { // and not the late end of a run that was given up
      scheduler.loop().halt();
    }
  }

  /** Ends the actor system, in virtual time as well; once. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      run(
          ending -> {
            ending.terminate(); // on the world's own thread, or its end could be missed
            return ending.getWhenTerminated();
          },
          Duration.ofMinutes(1));
    } finally {
      scheduler.close();
    }
  }
}
