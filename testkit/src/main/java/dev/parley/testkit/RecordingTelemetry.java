package dev.parley.testkit;

import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.telemetry.Telemetry;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps all that calls tell. Safe for any thread. */
public final class RecordingTelemetry implements Telemetry {

  /** What a call told, and when: from its beginning. */
  public record Entry(String callId, Duration at, CallEvent event) {}

  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

  @Override
  public void record(String callId, Duration at, CallEvent event) {
    entries.add(new Entry(callId, at, event));
  }

  /** Everything so far, in the order in which it was told. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The events of one kind so far. */
  public <E extends CallEvent> List<E> events(Class<E> kind) {
    return entries.stream().map(Entry::event).filter(kind::isInstance).map(kind::cast).toList();
  }

  /** When the events of one kind happened. */
  public List<Duration> times(Class<? extends CallEvent> kind) {
    return entries.stream().filter(e -> kind.isInstance(e.event())).map(Entry::at).toList();
  }
}
