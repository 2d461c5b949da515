package dev.parley.sockets;

import org.jspecify.annotations.Nullable;

/**
 * The closing handshake of one socket: at most one close frame each way, and one cause, the first
 * that came up.
 */
final class Ending {

  private WsFrame.@Nullable Close cause;
  private boolean sent;
  private boolean received;
  private long since;

  /** This side sends a close frame; false if it must not, because it has. */
  boolean send(WsFrame.Close close, long now) {
    begin(close.byUs(), now);
    boolean first = !sent;
    sent = true;
    since = now;
    return first;
  }

  /** The peer closed, broke a rule or went, so that nothing is read from it any more. */
  void receive(WsFrame.Close close, long now) {
    begin(close, now);
    received = true;
  }

  private void begin(WsFrame.Close close, long now) {
    if (cause == null) {
      cause = close;
      since = now;
    }
  }

  /** Nothing that comes is for the application any more. */
  boolean hasBegun() {
    return cause != null;
  }

  /** The peer has said it, this side has not. */
  boolean isOwed() {
    return received && !sent;
  }

  /** Nothing can be sent any more. */
  boolean isSent() {
    return sent;
  }

  /** When the last step was made. */
  long since() {
    return since;
  }

  /** Why; {@link CloseCode#CUT} while nothing else is known. */
  WsFrame.Close cause() {
    return cause == null ? new WsFrame.Close(CloseCode.CUT) : cause;
  }
}
