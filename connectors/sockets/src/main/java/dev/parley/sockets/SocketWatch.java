package dev.parley.sockets;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * Is told what happens at the sockets, for metrics and logs. Called on event loops (the last two on
 * the watchdog's thread): must not block or throw.
 */
public interface SocketWatch {

  /** Listens to nothing. */
  static SocketWatch none() {
    return new SocketWatch() {};
  }

  /** Somebody connected; nothing was said yet. */
  default void connected(InetSocketAddress remote) {}

  /** A WebSocket is open. */
  default void opened(String path) {}

  /**
   * A WebSocket that was open is gone; told once for each.
   *
   * @param code as in {@link WsFrame.Close}
   * @param lasted how long it was open
   */
  default void closed(int code, Duration lasted) {}

  /** A connection or a request for a WebSocket was turned away by the server itself. */
  default void refused(Refusal reason) {}

  /**
   * An event loop does not come round. Told once for each time that it blocks.
   *
   * @param dispatcher its name
   * @param soFar for how long already
   * @param stack what it is doing
   */
  default void loopBlocked(String dispatcher, Duration soFar, List<StackTraceElement> stack) {}

  /**
   * The loop comes round again.
   *
   * @param blocked for how long it had not
   */
  default void loopFreed(String dispatcher, Duration blocked) {}
}
