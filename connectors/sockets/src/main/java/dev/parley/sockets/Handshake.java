package dev.parley.sockets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The opening handshake (RFC 6455, section 4): what a server checks and answers. */
final class Handshake {

  static final String VERSION = "13";
  static final String KEY = "sec-websocket-key";
  static final String ACCEPT = "sec-websocket-accept";
  static final String PROTOCOL = "sec-websocket-protocol";

  private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private Handshake() {}

  /** Whether this asks for a WebSocket at all, rightly or wrongly. */
  static boolean isWanted(HttpHead head) {
    return head.start().get(0).equals("GET") && head.lists("upgrade", "websocket");
  }

  /** Refuses what a server must refuse, and what is over the limits. */
  static void check(HttpHead head, HeadLimits limits) throws BadHead {
    if (head.start().get(1).length() > limits.uriBytes()) {
      throw new BadHead(414, "The URI is longer than " + limits.uriBytes() + " bytes.");
    }
    if (head.count() > limits.headers()) {
      throw new BadHead(431, "There are more than " + limits.headers() + " headers.");
    }
    for (List<String> values : head.headers().values()) {
      for (String value : values) {
        if (value.length() > limits.headerBytes()) {
          throw new BadHead(431, "A header is longer than " + limits.headerBytes() + " bytes.");
        }
      }
    }
    if (!head.start().get(2).equals("HTTP/1.1")) {
      throw new BadHead(400, "A WebSocket needs HTTP/1.1.");
    }
    if (count(head, "host") != 1) {
      throw new BadHead(400, "There has to be one Host header.");
    }
    if (!head.lists("connection", "upgrade")) {
      throw new BadHead(400, "The Connection header has to say Upgrade.");
    }
    if (!head.headers().getOrDefault("sec-websocket-version", List.of()).equals(List.of(VERSION))) {
      throw new BadHead(426, "Only version 13 of the WebSocket protocol is spoken here.");
    }
    if (count(head, KEY) != 1 || !isKey(key(head))) {
      throw new BadHead(400, "Sec-WebSocket-Key has to be 16 bytes in Base64.");
    }
    boolean hasBody =
        head.headers().containsKey("transfer-encoding")
            || !head.headers().getOrDefault("content-length", List.of("0")).equals(List.of("0"));
    if (hasBody) {
      throw new BadHead(400, "A request for a WebSocket has no body.");
    }
  }

  static String key(HttpHead head) {
    return head.headers().getOrDefault(KEY, List.of("")).get(0);
  }

  /** What proves to the client that its key was read by somebody who speaks the protocol. */
  static String accept(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      byte[] hash = digest.digest((key + SALT).getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private static int count(HttpHead head, String name) {
    return head.headers().getOrDefault(name, List.of()).size();
  }

  private static boolean isKey(String key) {
    try {
      return key.length() == 24 && Base64.getDecoder().decode(key).length == 16;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
