package dev.parley.sockets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Watches over UTF-8 that comes in pieces (RFC 3629: no overlong forms, no surrogates, nothing over
 * U+10FFFF), and says no at the first byte that cannot be.
 */
final class Utf8Check {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;

  private int missing;
  private int low = 0x80;
  private int high = 0xBF;

  /** Whether the text is well-formed up to and with this piece. */
  boolean accepts(byte[] bytes, int from, int count) {
    int at = from;
    int end = from + count;
    while (at < end) {
      if (missing == 0) {
        while (at + 8 <= end && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
          at += 8;
        }
        if (at == end) {
          return true;
        }
      }
      if (!accepts(bytes[at++] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** Whether no character is half said. */
  boolean isComplete() {
    return missing == 0;
  }

  void reset() {
    missing = 0;
  }

  private boolean accepts(int value) {
    if (missing > 0) {
      boolean follows = value >= low && value <= high;
      missing--;
      low = 0x80;
      high = 0xBF;
      return follows;
    }
    if (value < 0x80) {
      return true;
    }
    if (value < 0xC2 || value > 0xF4) {
      return false;
    }
    missing = value < 0xE0 ? 1 : value < 0xF0 ? 2 : 3;
    low = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
    high = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
    return true;
  }
}
