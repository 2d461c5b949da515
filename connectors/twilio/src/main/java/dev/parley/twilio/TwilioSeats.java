package dev.parley.twilio;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls may run at once, together with whatever else the node does. For any thread. */
public interface TwilioSeats {

  /** Whether there is one. */
  boolean isFree();

  /**
   * Takes one.
   *
   * @return gives it back, once; nothing if there is none
   */
  Optional<Runnable> take();

  /** So many, for telephone calls alone. */
  static TwilioSeats of(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("there must be 1 seat or more, got " + most);
    }
    AtomicInteger taken = new AtomicInteger();
    return new TwilioSeats() {
      @Override
      public boolean isFree() {
        return taken.get() < most;
      }

      @Override
      public Optional<Runnable> take() {
        if (taken.incrementAndGet() > most) {
          taken.decrementAndGet();
          return Optional.empty();
        }
        AtomicBoolean left = new AtomicBoolean();
        return Optional.of(
            () -> {
              if (left.compareAndSet(false, true)) {
                taken.decrementAndGet();
              }
            });
      }
    };
  }
}
