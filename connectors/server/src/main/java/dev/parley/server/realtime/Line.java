package dev.parley.server.realtime;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.session.SessionCommand;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.wire.RateLimit;
import dev.parley.wire.ServerEvent;
import java.time.Duration;
import java.util.List;

/**
 * The world of a conversation at the door: its client on one side, its call on the other. Called on
 * the connection's own thread; nothing here blocks or fails.
 */
interface Line {

  /** To the client, in this order. */
  void send(ServerEvent event);

  /** Audio of the caller, into the call. */
  void hear(Captured audio);

  /** What the client wants of the conversation. */
  void tell(SessionCommand command);

  /** Now, by a monotonic clock. */
  long nanos();

  /** How much the client may still ask for. */
  List<RateLimit> allowance();

  /** For metrics and reports. */
  void record(CallEvent event);

  /** Wakes the conversation up when the caller has been idle for so long; replaces the last. */
  void wakeAfter(Duration idle);

  /** There is no need to wake up any more. */
  void letSleep();

  /** Ends the connection with this code, once what was sent is out. */
  void hangUp(int code, String reason);
}
