package dev.parley.engine.time;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pekko.actor.Cancellable;

/** A task at an instant of virtual time, ordered by that instant and then by when it was set. */
final class VirtualTimer implements Runnable, Cancellable, Comparable<VirtualTimer> {

  private final long at;
  private final long sequence;
  private final long interval;
  private final Runnable task;
  private final AtomicBoolean cancelled;

  VirtualTimer(long at, long sequence, long interval, Runnable task) {
    this(at, sequence, interval, task, new AtomicBoolean());
  }

  private VirtualTimer(
      long at, long sequence, long interval, Runnable task, AtomicBoolean cancelled) {
    this.at = at;
    this.sequence = sequence;
    this.interval = interval;
    this.task = task;
    this.cancelled = cancelled;
  }

  long at() {
    return at;
  }

  long interval() {
    return interval;
  }

  /** The next firing of a recurring timer; cancelling one of them cancels all. */
  VirtualTimer again(long nextSequence) {
    return new VirtualTimer(at + interval, nextSequence, interval, task, cancelled);
  }

  @Override
  public void run() {
    boolean runs = interval > 0 ? !cancelled.get() : cancelled.compareAndSet(false, true);
    if (runs) {
      task.run();
    }
  }

  @Override
  public boolean cancel() {
    return cancelled.compareAndSet(false, true);
  }

  @Override
  public boolean isCancelled() {
    return cancelled.get();
  }

  @Override
  public int compareTo(VirtualTimer other) {
    int byTime = Long.compare(at, other.at);
    return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
  }
}
