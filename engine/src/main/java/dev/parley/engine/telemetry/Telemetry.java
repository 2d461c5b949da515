package dev.parley.engine.telemetry;

import java.time.Duration;
import java.util.List;

/**
 * Takes what calls tell about themselves. Called by sessions' and stages' threads, so it is safe
 * for any thread, quick, and never throws.
 */
@FunctionalInterface
public interface Telemetry {

  /**
   * Something happened.
   *
   * @param callId which call
   * @param at when, from the beginning of the call
   * @param event what
   */
  void record(String callId, Duration at, CallEvent event);

  static Telemetry none() {
    return (callId, at, event) -> {};
  }

  /** Tells several listeners, in this order. */
  static Telemetry all(Telemetry... listeners) {
    List<Telemetry> each = List.of(listeners);
    return (callId, at, event) -> each.forEach(t -> t.record(callId, at, event));
  }
}
