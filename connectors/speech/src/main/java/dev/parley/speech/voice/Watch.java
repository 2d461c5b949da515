package dev.parley.speech.voice;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Kills a process that keeps its reader waiting for too long. Only the time inside a read or write
 * counts: what the listener takes is not the process's fault. Used by one thread.
 */
final class Watch {

  /** Something that waits for the process. */
  interface Step {
    int take() throws IOException;
  }

  private final Process process;
  private final Duration patience;
  private volatile boolean over;
  private @Nullable IOException noted;

  Watch(Process process, Duration patience) {
    this.process = process;
    this.patience = patience;
  }

  int during(Step step) throws IOException {
    CompletableFuture<Boolean> late =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(true, patience.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> unused = late.thenAccept(this::ring);
    try {
      return step.take();
    } finally {
      late.complete(false); // takes the timer away
    }
  }

  private void ring(boolean late) {
    if (late) {
      over = true;
      Program.kill(process);
    }
  }

  /** Whether the process was killed because it took too long. */
  boolean isOver() {
    return over;
  }

  /** Keeps a fault that may turn out not to matter. */
  void note(IOException fault) {
    noted = fault;
  }

  @Nullable IOException noted() {
    return noted;
  }
}
