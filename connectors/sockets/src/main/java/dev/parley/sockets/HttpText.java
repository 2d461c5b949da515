package dev.parley.sockets;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The few HTTP texts that a socket writes itself. */
final class HttpText {

  private HttpText() {}

  /** A JSON body that says what was wrong; the sentence holds nothing that a client sent. */
  static String error(String sentence) {
    return "{\"error\":{\"message\":\"" + sentence + "\"}}";
  }

  static byte[] refusal(UpgradeAnswer.Refuse refusal) {
    byte[] body = refusal.json().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(256);
    head.append("HTTP/1.1 ").append(HttpResponseStatus.valueOf(refusal.status())).append("\r\n");
    for (Map.Entry<String, String> header : refusal.headers().entrySet()) {
      line(head, header.getKey(), header.getValue());
    }
    line(head, "Content-Type", "application/json");
    line(head, "Content-Length", Integer.toString(body.length));
    line(head, "Connection", "close");
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] whole = new byte[start.length + body.length];
    System.arraycopy(start, 0, whole, 0, start.length);
    System.arraycopy(body, 0, whole, start.length, body.length);
    return whole;
  }

  static byte[] switching(String key, Optional<String> subprotocol) {
    StringBuilder head = new StringBuilder(160);
    head.append("HTTP/1.1 101 Switching Protocols\r\n");
    line(head, "Upgrade", "websocket");
    line(head, "Connection", "Upgrade");
    line(head, "Sec-WebSocket-Accept", Handshake.accept(key));
    subprotocol.ifPresent(name -> line(head, "Sec-WebSocket-Protocol", name));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
