package dev.parley.conformance.tap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * Finds WebSocket messages in the bytes of one direction of a connection (RFC 6455, section 5): the
 * HTTP head first, then, if it speaks of an upgrade, frames. What follows any other head is left
 * alone. One owner.
 */
final class FrameParser {

  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;

  private enum Phase {
    HEAD,
    FRAMES,
    PLAIN
  }

  /** Takes what is found. */
  interface Messages {
    void text(String text);

    void binary();

    /**
     * @param code 1005 if the frame tells none
     */
    void close(int code);
  }

  private final Messages messages;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private byte[] buffer = new byte[4_096];
  private int from;
  private int to;
  private Phase phase = Phase.HEAD;
  private int opcode;

  FrameParser(Messages messages) {
    this.messages = messages;
  }

  /** Takes the next bytes. */
  void accept(byte[] bytes, int count) {
    if (phase == Phase.PLAIN) {
      return;
    }
    keep(bytes, count);
    if (phase == Phase.HEAD) {
      from += head();
    }
    int read = phase == Phase.FRAMES ? frame() : 0;
    while (read > 0) {
      from += read;
      read = frame();
    }
  }

  private void keep(byte[] bytes, int count) {
    if (to + count > buffer.length) {
      byte[] target = new byte[Math.max(buffer.length, 2 * (to - from + count))];
      System.arraycopy(buffer, from, target, 0, to - from);
      buffer = target;
      to -= from;
      from = 0;
    }
    System.arraycopy(bytes, 0, buffer, to, count);
    to += count;
  }

  private int head() {
    for (int i = from + 3; i < to; i++) {
      if (buffer[i] == '\n'
          && buffer[i - 1] == '\r'
          && buffer[i - 2] == '\n'
          && buffer[i - 3] == '\r') {
        String head = new String(buffer, from, i - from, UTF_8).toLowerCase(Locale.ROOT);
        boolean refused = head.startsWith("http/1.1 ") && !head.startsWith("http/1.1 101");
        boolean upgrade = head.contains("upgrade: websocket") && !refused;
        phase = upgrade ? Phase.FRAMES : Phase.PLAIN;
        return i + 1 - from;
      }
    }
    return 0;
  }

  /** Reads a frame if it is there as a whole, and says how long it is; 0 if it is not. */
  private int frame() {
    int left = to - from;
    if (left < 2) {
      return 0;
    }
    boolean masked = (buffer[from + 1] & 0x80) != 0;
    int size = buffer[from + 1] & 0x7f;
    int sizeBytes = size == 126 ? 2 : size == 127 ? 8 : 0;
    int head = 2 + sizeBytes + (masked ? 4 : 0);
    if (left < head) {
      return 0;
    }
    long length = sizeBytes == 0 ? size : number(from + 2, sizeBytes);
    if (length < 0 || left < head + length) {
      return 0;
    }
    byte[] payload = new byte[(int) length];
    for (int i = 0; i < payload.length; i++) {
      int mask = masked ? buffer[from + head - 4 + i % 4] : 0;
      payload[i] = (byte) (buffer[from + head + i] ^ mask);
    }
    take((buffer[from] & 0x80) != 0, buffer[from] & 0x0f, payload);
    return head + payload.length;
  }

  private long number(int at, int bytes) {
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << 8) | (buffer[at + i] & 0xff);
    }
    return number;
  }

  private void take(boolean last, int code, byte[] payload) {
    if (code == CLOSE) {
      messages.close(payload.length < 2 ? 1005 : ((payload[0] & 0xff) << 8) | (payload[1] & 0xff));
    } else if (code <= BINARY) {
      opcode = code == 0 ? opcode : code;
      message.writeBytes(payload);
      if (last && opcode == TEXT) {
        messages.text(message.toString(UTF_8));
      } else if (last) {
        messages.binary();
      }
      if (last) {
        message.reset();
      }
    }
  }
}
