package dev.parley.twilio.door;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is counted in a call. Safe for any thread. */
final class Figures {

  final AtomicLong gaps = new AtomicLong();
  final AtomicLong lostSamples = new AtomicLong();
  final AtomicLong missing = new AtomicLong();
  final AtomicLong duplicates = new AtomicLong();
  final AtomicLong bad = new AtomicLong();
  final AtomicLong unknown = new AtomicLong();
  final AtomicLong keys = new AtomicLong();
  final AtomicLong clears = new AtomicLong();
  final AtomicLong sentSamples = new AtomicLong();
  final AtomicLong marksSent = new AtomicLong();
  final AtomicLong marksBack = new AtomicLong();
  final AtomicLong heardNanos = new AtomicLong();
  final AtomicLong tools = new AtomicLong();
  private final AtomicReference<@Nullable Departure> departure = new AtomicReference<>();

  /**
   * The stream is to end; the first reason counts.
   *
   * @return whether this was the first
   */
  boolean departs(Departure how) {
    return departure.compareAndSet(null, how);
  }

  /** Why the stream ends, if that was decided. */
  Optional<Departure.Why> why() {
    return Optional.ofNullable(departure.get()).map(Departure::why);
  }
}
