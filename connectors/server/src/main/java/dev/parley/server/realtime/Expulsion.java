package dev.parley.server.realtime;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Ends one session from outside: when the server stops, or its key is revoked. Safe for any thread,
 * before the session runs and after its end.
 */
public final class Expulsion {

  /** Tells the client why, and closes its socket with a code. */
  @FunctionalInterface
  interface Exit {
    void leave(int code, String reason);
  }

  private record Order(int code, String reason) {}

  private final AtomicReference<@Nullable Exit> exit = new AtomicReference<>();
  private final AtomicReference<@Nullable Order> order = new AtomicReference<>();

  /** The session runs; if it has been expelled already, it leaves at once. */
  void arm(Exit way) {
    exit.set(way);
    Order waiting = order.get();
    if (waiting != null) {
      way.leave(waiting.code, waiting.reason);
    }
  }

  /**
   * Ends the session.
   *
   * @param code of the close frame
   * @param reason one sentence for people, also in an error event before
   */
  public void expel(int code, String reason) {
    order.set(new Order(code, reason));
    Exit way = exit.get();
    if (way != null) {
      way.leave(code, reason);
    }
  }
}
