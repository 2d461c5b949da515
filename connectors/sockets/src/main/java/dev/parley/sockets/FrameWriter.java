package dev.parley.sockets;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Turns frames into bytes; each message becomes a single frame (RFC 6455, section 5.2). */
final class FrameWriter {

  private static final int MOST_REASON = 123;
  private static final int KEYS_AT_ONCE = 512;

  private final @Nullable SecureRandom random;
  private final byte[] keys = new byte[KEYS_AT_ONCE];
  private int nextKey = KEYS_AT_ONCE;

  private FrameWriter(@Nullable SecureRandom random) {
    this.random = random;
  }

  /** Writes as servers do. */
  static FrameWriter plain() {
    return new FrameWriter(null);
  }

  /** Writes as clients have to, each frame with a mask that nobody can guess. */
  static FrameWriter masking() {
    return new FrameWriter(new SecureRandom());
  }

  ByteBuf write(WsFrame frame, ByteBufAllocator memory) {
    return switch (frame) {
      case WsFrame.Text text -> write(1, text.utf8(), memory);
      case WsFrame.Binary binary -> write(2, binary.bytes(), memory);
      case WsFrame.Close close -> write(8, payload(close), memory);
      case WsFrame.Ping ping -> write(9, ping.payload(), memory);
      case WsFrame.Pong pong -> write(10, pong.payload(), memory);
    };
  }

  private ByteBuf write(int opcode, byte[] payload, ByteBufAllocator memory) {
    int length = payload.length;
    int mask = random == null ? 0 : 0x80;
    ByteBuf out = memory.ioBuffer(length + 14);
    out.writeByte(0x80 | opcode);
    if (length < 126) {
      out.writeByte(mask | length);
    } else if (length < 65_536) {
      out.writeByte(mask | 126);
      out.writeShort(length);
    } else {
      out.writeByte(mask | 127);
      out.writeLong(length);
    }
    if (random == null) {
      return out.writeBytes(payload);
    }
    int key = key(random);
    byte[] masked = payload.clone();
    Mask.apply(masked, 0, length, key, 0);
    return out.writeInt(key).writeBytes(masked);
  }

  private int key(SecureRandom source) {
    if (nextKey == KEYS_AT_ONCE) {
      source.nextBytes(keys);
      nextKey = 0;
    }
    int key = 0;
    for (int i = 0; i < 4; i++) {
      key = key << 8 | (keys[nextKey++] & 0xFF);
    }
    return key;
  }

  /** Code and reason; nothing for {@link CloseCode#NONE}. */
  static byte[] payload(WsFrame.Close close) {
    if (close.code() == CloseCode.NONE) {
      return new byte[0];
    }
    int code = CloseCode.isSendable(close.code()) ? close.code() : CloseCode.INTERNAL_ERROR;
    byte[] reason = close.reason().getBytes(StandardCharsets.UTF_8);
    int length = reason.length;
    if (length > MOST_REASON) {
      length = MOST_REASON;
      while ((reason[length] & 0xC0) == 0x80) {
        length--; // never within a character
      }
    }
    byte[] payload = new byte[2 + length];
    payload[0] = (byte) (code >> 8);
    payload[1] = (byte) code;
    System.arraycopy(reason, 0, payload, 2, length);
    return payload;
  }
}
