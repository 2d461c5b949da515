package dev.parley.sockets;

/**
 * Why a WebSocket ended (RFC 6455, section 7.4, and the registry that it founded).
 *
 * <p>Names for the codes that are used here; any other code that the protocol allows may be sent
 * too.
 */
public final class CloseCode {

  /** All said. */
  public static final int NORMAL = 1000;

  /** The session is over, for instance by its time limit. */
  public static final int GOING_AWAY = 1001;

  /** The peer broke the protocol. */
  public static final int PROTOCOL_ERROR = 1002;

  /** Nothing but a mark for "a close frame without a code"; never sent as a number. */
  public static final int NONE = 1005;

  /** Nothing but a mark for "the connection went without a close frame"; never sent. */
  public static final int CUT = 1006;

  /** Text that is no UTF-8. */
  public static final int BAD_TEXT = 1007;

  /** Against the rules of this server. */
  public static final int POLICY = 1008;

  /** A message over the cap. */
  public static final int TOO_BIG = 1009;

  /** An error of this server. */
  public static final int INTERNAL_ERROR = 1011;

  /** The server restarts; come again. */
  public static final int RESTART = 1012;

  /** The server is full; come again later. */
  public static final int TRY_LATER = 1013;

  /** Our own: the peer did not answer, send or read in time. */
  public static final int TOO_SLOW = 4408;

  private CloseCode() {}

  /** Whether a close frame may carry this code over the wire. */
  public static boolean isSendable(int code) {
    return (code >= 1000 && code <= 1003)
        || (code >= 1007 && code <= 1014)
        || (code >= 3000 && code <= 4999);
  }
}
