package dev.parley.engine.time;

import org.apache.pekko.actor.ClassicActorSystemProvider;

/**
 * The only source of time. Monotonic, in nanoseconds from an arbitrary origin; safe for any thread.
 *
 * <p>Ask {@link #of} for the clock of the system that you run in: in a {@link VirtualWorld} it is
 * the virtual one, and everything that asks for it becomes repeatable.
 */
@FunctionalInterface
public interface MediaClock {

  long nanos();

  /** The clock that the timers of this system go by. */
  static MediaClock of(ClassicActorSystemProvider system) {
    return system.classicSystem().scheduler() instanceof VirtualScheduler virtual
        ? virtual
        : System::nanoTime;
  }

  /** Whether the time of this system is virtual, so that latencies in it are algorithmic only. */
  static boolean isVirtual(ClassicActorSystemProvider system) {
    return system.classicSystem().scheduler() instanceof VirtualScheduler;
  }
}
