package dev.parley.sockets;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What a client says first.
 *
 * @param key that the server has to answer to
 * @param subprotocols that it may choose from
 */
record ClientHello(String text, String key, List<String> subprotocols) {

  static ClientHello make(
      SocketClient.Target target, Map<String, String> headers, List<String> subprotocols) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    String key = Base64.getEncoder().encodeToString(random);
    boolean isUsual = target.port() == (target.tls() ? 443 : 80);
    StringBuilder text = new StringBuilder(256);
    text.append("GET ").append(target.path()).append(" HTTP/1.1\r\n");
    line(text, "Host", isUsual ? target.host() : target.host() + ":" + target.port());
    line(text, "Upgrade", "websocket");
    line(text, "Connection", "Upgrade");
    line(text, "Sec-WebSocket-Version", Handshake.VERSION);
    line(text, "Sec-WebSocket-Key", key);
    if (!subprotocols.isEmpty()) {
      line(text, "Sec-WebSocket-Protocol", String.join(", ", subprotocols));
    }
    headers.forEach((name, value) -> line(text, name, value));
    return new ClientHello(text.append("\r\n").toString(), key, List.copyOf(subprotocols));
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!(name + value).chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          "the header " + name.replaceAll("[^A-Za-z0-9-]", "?") + " may only have printable ASCII");
    }
    text.append(name).append(": ").append(value).append("\r\n");
  }

  /** Headers may hold keys. */
  @Override
  public String toString() {
    return "ClientHello[" + text.length() + " bytes]";
  }
}
