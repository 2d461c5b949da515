package dev.parley.sockets;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Frames as a client puts them on the wire, right or wrong, written down by hand. */
final class Wired {

  private static final byte[] KEY = {0x37, (byte) 0xFA, 0x21, 0x3D};

  private Wired() {}

  static byte[] text(String text) {
    return frame(0x81, text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] binary(int length) {
    return frame(0x82, filled(length));
  }

  static byte[] ping(String payload) {
    return frame(0x89, payload.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] close(int code, String reason) {
    return frame(0x88, closing(code, reason));
  }

  static byte[] closing(int code, String reason) {
    return join(
        new byte[] {(byte) (code >> 8), (byte) code}, reason.getBytes(StandardCharsets.UTF_8));
  }

  /** A masked frame with any first byte. */
  static byte[] frame(int first, byte[] payload) {
    byte[] masked = payload.clone();
    for (int i = 0; i < masked.length; i++) {
      masked[i] ^= KEY[i & 3];
    }
    return join(head(first, payload.length), KEY, masked);
  }

  static byte[] head(int first, long length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    if (length < 126) {
      out.write(0x80 | (int) length);
    } else if (length < 65_536) {
      out.write(0xFE);
      out.write((int) length >> 8);
      out.write((int) length);
    } else {
      out.write(0xFF);
      for (int shift = 56; shift >= 0; shift -= 8) {
        out.write((int) (length >> shift));
      }
    }
    return out.toByteArray();
  }

  /** As a server would write it: without a mask. */
  static byte[] unmasked(int first, byte[] payload) {
    byte[] head = head(first, payload.length);
    head[1] &= 0x7F;
    return join(head, payload);
  }

  static byte[] filled(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ('a' + i % 26);
    }
    return bytes;
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  static byte[] join(byte[]... parts) {
    return join(List.of(parts));
  }

  static byte[] join(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
