package dev.parley.sockets;

import dev.parley.engine.time.MediaClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One event loop of Netty, which is at the same time a dispatcher of Pekko, with a round that
 * visits its connections so that none needs timers of its own.
 */
final class Loop {

  /** A connection that has limits of time. */
  interface Visited {

    void visit(long now);
  }

  private final String dispatcher;
  private final EventLoop events;
  private final MediaClock clock;
  private final long every;
  private final Set<Visited> visited = new LinkedHashSet<>();

  Loop(String dispatcher, EventLoop events, MediaClock clock, long every) {
    this.dispatcher = dispatcher;
    this.events = events;
    this.clock = clock;
    this.every = every;
  }

  void start() {
    Netty.every(events, every, this::visitAll);
  }

  String dispatcher() {
    return dispatcher;
  }

  EventLoop events() {
    return events;
  }

  long now() {
    return clock.nanos();
  }

  /** How often connections are visited, in nanoseconds. */
  long every() {
    return every;
  }

  /** What its thread is doing. For any thread but its own. */
  List<StackTraceElement> stack() {
    return events instanceof SingleThreadEventExecutor single
        ? List.of(single.threadProperties().stackTrace())
        : List.of();
  }

  void add(Visited connection) {
    visited.add(connection);
  }

  void remove(Visited connection) {
    visited.remove(connection);
  }

  private void visitAll() {
    long now = now();
    for (Visited connection : visited.toArray(new Visited[0])) {
      connection.visit(now);
    }
  }
}
