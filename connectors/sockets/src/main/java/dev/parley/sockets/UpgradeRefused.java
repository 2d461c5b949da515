package dev.parley.sockets;

import java.util.List;
import java.util.Map;

/** A server did not open the WebSocket that a {@link SocketClient} asked for. */
public final class UpgradeRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Map<String, List<String>> headers;
  private final String body;

  UpgradeRefused(String message, int status, Map<String, List<String>> headers, String body) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** The HTTP status; 0 if the connection ended before there was one. */
  public int status() {
    return status;
  }

  /** By name in lower case. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** What came of the body together with the head, or soon after; 64 kB of it at most. */
  public String body() {
    return body;
  }
}
