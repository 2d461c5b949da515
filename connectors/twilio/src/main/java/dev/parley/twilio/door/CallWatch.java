package dev.parley.twilio.door;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listens to one call: counts, and tells the door what matters to it. Safe for any thread. */
final class CallWatch implements Telemetry {

  private final Figures figures;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Activity> early = new ArrayList<>();
  private @Nullable Consumer<Activity> door;

  CallWatch(Figures figures) {
    this.figures = figures;
  }

  /** The door's stream runs; it is told what it has missed. */
  void arm(Consumer<Activity> listener) {
    lock.lock();
    try {
      door = listener;
      early.forEach(listener);
      early.clear();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void record(String callId, Duration at, CallEvent event) {
    switch (event) {
      case CallEvent.Caller(Signal.SpeechStarted speech) -> tell(new Activity.CallerSpeaks());
      case CallEvent.Caller(Signal.SpeechStopped silence) -> tell(new Activity.CallerStops());
      case CallEvent.ReplyAsked asked -> tell(new Activity.Asked(asked.epoch()));
      case CallEvent.ReplyOver over -> tell(new Activity.Over(over.epoch()));
      case CallEvent.Drained drained -> heard(new Position(drained.samples(), drained.rate()));
      case CallEvent.HeardOf(Heard heard) -> heard(heard.until());
      case CallEvent.ToolCalled call -> figures.tools.incrementAndGet();
      default -> {} // for others
    }
  }

  private void heard(Position until) {
    figures.heardNanos.addAndGet(until.toDuration().toNanos());
  }

  private void tell(Activity activity) {
    lock.lock();
    try {
      if (door == null) {
        early.add(activity); // the session may be ahead of the door's stream, by an instant
      } else {
        door.accept(activity);
      }
    } finally {
      lock.unlock();
    }
  }
}
