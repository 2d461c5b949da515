package dev.parley.engine.time;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One thread, one queue, one clock: what happens in a virtual world, and in which order.
 *
 * <p>At each instant everything that is ready runs first, in order of arrival; then jobs that were
 * handed to other threads are waited for and delivered in order of their submission; only when
 * nothing is left to do does time jump to the next timer. Timers of the same instant fire in the
 * order in which they were set.
 */
final class VirtualLoop implements Executor, Runnable {

  /** What ended an advance of time. */
  enum Stop {
    /** Somebody asked for it, and all that was ready at that instant has run. */
    ASKED,
    /** The limit was reached. */
    LIMIT,
    /** Nothing was left that could ever happen. */
    STANDSTILL,
    /** The world has come to its end. */
    CLOSED
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Runnable> ready = new ArrayDeque<>();
  private final Deque<VirtualJob<?>> jobs = new ArrayDeque<>();
  private final PriorityQueue<VirtualTimer> timers = new PriorityQueue<>();
  private long timersSet;
  private volatile long now;
  private long limit;
  private boolean advancing;
  private boolean halting;
  private boolean closed;
  private Stop stopped = Stop.ASKED;

  long now() {
    return now;
  }

  @Override
  public void execute(Runnable task) {
    locked(() -> ready.add(task));
  }

  /**
   * Sets a timer to fire in {@code delay} ns, and then each {@code interval} ns if that is not 0.
   */
  VirtualTimer schedule(long delay, long interval, Runnable task) {
    lock.lock();
    try {
      VirtualTimer timer = new VirtualTimer(now + Math.max(0, delay), timersSet++, interval, task);
      timers.add(timer);
      changed.signalAll();
      return timer;
    } finally {
      lock.unlock();
    }
  }

  void await(VirtualJob<?> job) {
    locked(() -> jobs.add(job));
  }

  /** Tells the loop that a job of its has finished on some other thread. */
  void jobDone() {
    locked(() -> {});
  }

  /**
   * Runs a task and lets time pass, and returns when it stands again. Called by a thread that is
   * not the loop's.
   */
  Stop advance(Runnable first, long span) throws InterruptedException {
    lock.lock();
    try {
      ready.add(first);
      limit = now + span;
      advancing = true;
      changed.signalAll();
      while (advancing && !closed) {
        changed.await();
      }
      return advancing ? Stop.CLOSED : stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Lets time stand once everything of this instant has been done. */
  void halt() {
    locked(() -> halting = true);
  }

  void close() {
    locked(() -> closed = true);
  }

  @Override
  public void run() {
    try {
      for (Runnable next = next(); next != null; next = next()) {
        next.run();
      }
    } catch (InterruptedException e) {
      close();
    }
  }

  private @Nullable Runnable next() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        if (!ready.isEmpty()) {
          return ready.poll();
        }
        if (!jobs.isEmpty()) {
          if (jobs.element().isDone()) {
            return jobs.remove();
          }
        } else if (halting) {
          halting = false;
          stop(Stop.ASKED);
          continue;
        } else if (advancing) {
          Runnable due = dueTimer();
          if (due != null) {
            return due;
          }
        } else if (closed) {
          return null;
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Runnable dueTimer() {
    while (!timers.isEmpty() && timers.element().isCancelled()) {
      timers.remove();
    }
    VirtualTimer timer = timers.peek();
    if (timer == null) {
      stop(Stop.STANDSTILL);
      return null;
    }
    if (timer.at() > limit) {
      now = Math.max(now, limit);
      stop(Stop.LIMIT);
      return null;
    }
    timers.remove();
    now = Math.max(now, timer.at());
    if (timer.interval() > 0) {
      timers.add(timer.again(timersSet++));
    }
    return timer;
  }

  private void stop(Stop why) {
    if (advancing) {
      advancing = false;
      stopped = why;
      changed.signalAll();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
