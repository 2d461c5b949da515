package dev.parley.benchmarks.serve;

import java.nio.charset.StandardCharsets;

/**
 * Text frames as a client sends them (RFC 6455), made once and sent often. All have the same mask:
 * whoever unmasks them has the same work as with any other.
 */
final class ClientFrame {

  private static final byte[] MASK = {0x3A, (byte) 0xC5, 0x71, 0x1E};
  private static final int TEXT = 0x81;
  private static final int MASKED = 0x80;

  private ClientFrame() {}

  /** A whole frame, header and mask included. */
  static byte[] text(String json) {
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    int head = head(payload.length);
    byte[] frame = new byte[head + payload.length];
    frame[0] = (byte) TEXT;
    if (payload.length < 126) {
      frame[1] = (byte) (MASKED | payload.length);
    } else if (payload.length <= 0xFFFF) {
      frame[1] = (byte) (MASKED | 126);
      frame[2] = (byte) (payload.length >> 8);
      frame[3] = (byte) payload.length;
    } else {
      throw new IllegalArgumentException(
          "a frame of the driver's holds at most 65535 bytes, got " + payload.length);
    }
    System.arraycopy(MASK, 0, frame, head - MASK.length, MASK.length);
    for (int i = 0; i < payload.length; i++) {
      frame[head + i] = masked(payload[i], i);
    }
    return frame;
  }

  /** How long the header of a frame is. */
  static int head(int payload) {
    return (payload < 126 ? 2 : 4) + MASK.length;
  }

  /** A byte of the payload, masked for its place in it. */
  static byte masked(byte plain, int place) {
    return (byte) (plain ^ MASK[place & 3]);
  }
}
