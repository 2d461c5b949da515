package dev.parley.sockets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The masking of what clients send (RFC 6455, section 5.3): the same both ways. */
final class Mask {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Mask() {}

  /**
   * Masks a piece of a payload in place.
   *
   * @param key the four bytes, the first one highest
   * @param position of the piece's first byte in the payload
   */
  static void apply(byte[] bytes, int from, int count, int key, int position) {
    int turned = Integer.rotateLeft(key, (position & 3) * 8);
    long wide = ((long) turned << 32) | (turned & 0xFFFFFFFFL);
    int at = from;
    int end = from + count;
    for (; at + 8 <= end; at += 8) {
      LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ wide);
    }
    for (; at < end; at++) {
      bytes[at] ^= (byte) (turned >>> 24);
      turned = Integer.rotateLeft(turned, 8);
    }
  }
}
