package dev.parley.sockets;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What travels over a WebSocket: whole messages, pings, pongs, and the one close at the end (RFC
 * 6455).
 *
 * <p>The arrays are not copied. Who makes a frame gives its array away: nobody changes it
 * afterwards.
 */
@SuppressWarnings("ArrayRecordComponent") // copying would cost a frame's length for each hand-over
public sealed interface WsFrame {

  /** The longest payload of a ping or a pong, in bytes. */
  int LONGEST_CONTROL = 125;

  static Text text(String text) {
    return new Text(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A text message. What comes from a socket is valid UTF-8; what is sent has to be.
   *
   * @param utf8 the text in UTF-8
   */
  record Text(byte[] utf8) implements WsFrame {

    /** The text as a string, decoded anew by each call. */
    public String string() {
      return new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Text text && Arrays.equals(utf8, text.utf8);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
      return "Text[" + utf8.length + " bytes]";
    }
  }

  record Binary(byte[] bytes) implements WsFrame {

    @Override
    public boolean equals(Object other) {
      return other instanceof Binary binary && Arrays.equals(bytes, binary.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Binary[" + bytes.length + " bytes]";
    }
  }

  /** Answered by the socket itself, before it is handed on; nobody else needs to. */
  record Ping(byte[] payload) implements WsFrame {

    public Ping {
      checkControl(payload);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ping ping && Arrays.equals(payload, ping.payload);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
      return "Ping[" + payload.length + " bytes]";
    }
  }

  record Pong(byte[] payload) implements WsFrame {

    public Pong {
      checkControl(payload);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pong pong && Arrays.equals(payload, pong.payload);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
      return "Pong[" + payload.length + " bytes]";
    }
  }

  /**
   * The end of a socket. From the wire it is the last frame: what the peer said, or {@link
   * CloseCode#NONE} if it gave no code, or {@link CloseCode#CUT} if the connection just went, or
   * why this side hung up.
   *
   * @param code see {@link CloseCode}
   * @param reason for people; what is longer than 123 bytes of UTF-8 is cut when it is sent
   * @param ours whether this side hung up first; not looked at in what is sent
   */
  record Close(int code, String reason, boolean ours) implements WsFrame {

    /** For sending, and what a peer says. */
    public Close(int code, String reason) {
      this(code, reason, /* ours= */ false);
    }

    public Close(int code) {
      this(code, "");
    }

    /** The same, said by this side. */
    Close byUs() {
      return new Close(code, reason, /* ours= */ true);
    }
  }

  private static void checkControl(byte[] payload) {
    if (payload.length > LONGEST_CONTROL) {
      throw new IllegalArgumentException(
          "the payload of a ping or pong has at most 125 bytes, got " + payload.length);
    }
  }
}
