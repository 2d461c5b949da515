package dev.parley.app.talk;

import dev.parley.engine.session.CallHandle;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a call like any other when the program is told to end, with Ctrl-C for instance: hangs up,
 * and lets the program live until the files are written.
 */
final class Farewell {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;

  /** Waits for the program's end, from now on. */
  Farewell(CallHandle call) {
    hook = new Thread(() -> hangUp(call), "hang-up");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** All is written, or cannot be: the program may end. */
  void over() {
    written.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the program is ending already, and the hook is on its way out
    }
  }

  private void hangUp(CallHandle call) {
    call.hangUp();
    try {
      if (!written.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        call.wiring().line().abort(new IllegalStateException("hung up"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
