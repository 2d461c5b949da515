package dev.parley.sockets;

import java.util.ArrayDeque;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What has come and waits for the application; says when enough waits, and when reading may go on.
 */
final class Inbox<T> {

  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private final ToIntFunction<T> weight;
  private final int most;
  private final int mostBytes;
  private long bytes;
  private boolean ended;

  Inbox(MessageLimits limits, ToIntFunction<T> weight) {
    this.weight = weight;
    most = limits.waiting();
    mostBytes = limits.waitingBytes();
  }

  void add(T next) {
    waiting.add(next);
    bytes += weight.applyAsInt(next);
  }

  /** This is the last one. */
  void addLast(T next) {
    add(next);
    ended = true;
  }

  void end() {
    ended = true;
  }

  @Nullable T poll() {
    T next = waiting.poll();
    if (next != null) {
      bytes -= weight.applyAsInt(next);
    }
    return next;
  }

  /** Nobody wants any of it. */
  void clear() {
    waiting.clear();
    bytes = 0;
    ended = true;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Nothing waits and nothing will come. */
  boolean isDone() {
    return ended && waiting.isEmpty();
  }

  boolean hasEnded() {
    return ended;
  }

  long bytes() {
    return bytes;
  }

  boolean isFull() {
    return waiting.size() >= most || bytes >= mostBytes;
  }

  boolean isLow() {
    return waiting.size() <= most / 4 && bytes <= mostBytes / 4;
  }
}
