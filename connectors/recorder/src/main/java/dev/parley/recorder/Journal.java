package dev.parley.recorder;

import dev.parley.engine.time.CallClock;
import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.Outbox;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that happens in one session is noted, in the order in which it is. Safe for any
 * thread; never throws and never waits.
 */
final class Journal {

  private final Outbox outbox;
  private final AtomicLong commands = new AtomicLong();
  private @Nullable CallClock clock;

  public Journal(Outbox outbox) {
    this.outbox = outbox;
  }

  /** The call begins; what happened before is not noted. */
  synchronized void begin(CallClock callClock) {
    clock = callClock;
  }

  /** It happens now. */
  synchronized void note(Happening what) {
    if (clock != null) {
      outbox.add(new Entry(clock.nanos(), what));
    }
  }

  /** It happened then. */
  synchronized void note(Duration at, Happening what) {
    if (clock != null) {
      outbox.add(new Entry(at.toNanos(), what));
    }
  }

  /** The number of the next thing that the model is told. */
  long nextCommand() {
    return commands.incrementAndGet();
  }

  void end() {
    outbox.close();
  }
}
