package dev.parley.sockets;

import java.util.Map;

/** A head that cannot be accepted; the message says why, and is safe to send back. */
final class BadHead extends Exception {

  private static final long serialVersionUID = 1;

  private final int status;

  BadHead(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }

  UpgradeAnswer.Refuse answer() {
    Map<String, String> headers =
        status == 426
            ? Map.of("Upgrade", "websocket", "Sec-WebSocket-Version", Handshake.VERSION)
            : Map.of();
    return new UpgradeAnswer.Refuse(status, headers, HttpText.error(String.valueOf(getMessage())));
  }
}
