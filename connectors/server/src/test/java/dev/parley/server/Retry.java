package dev.parley.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Tries until it works; each try is a request of its own, or gives the others a turn. */
final class Retry {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Retry() {}

  static void until(Callable<Boolean> attempt) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!attempt.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about within " + PATIENCE);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
