package dev.parley.sockets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames out of bytes as they come, checks them as RFC 6455 wants it, and joins them to
 * messages under the caps. Every breach is told at the first byte that shows it.
 *
 * <p>The memory of a message grows with what has come, not with what its header promises.
 */
final class FrameReader {

  /** {@link #since} while nothing is half read. */
  static final long IDLE = Long.MIN_VALUE;

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;
  private static final int AT_ONCE = 64 * 1024;
  private static final byte[] NOTHING = {};

  private final MessageLimits limits;
  private final boolean masked;
  private final FrameSink sink;
  private final Rate controls;
  private final Utf8Check utf8 = new Utf8Check();

  private final byte[] head = new byte[14];
  private int headCount;
  private int headSize = 2;

  private boolean last;
  private int opcode;
  private int key;
  private int length;
  private int position;

  private byte @Nullable [] message;
  private int filled;
  private int frames;
  private boolean isText;
  private byte[] control = NOTHING;

  private long since = IDLE;
  private boolean ended;

  /**
   * @param masked whether the peer is a client: its frames have to be masked, a server's must not
   */
  FrameReader(MessageLimits limits, boolean masked, FrameSink sink) {
    this.limits = limits;
    this.masked = masked;
    this.sink = sink;
    controls = new Rate(limits.controlsPerSecond());
  }

  /** Reads all there is; afterwards nothing remains, unless a close or a breach came before. */
  void read(ByteBuffer in, long now) {
    while (!ended && in.hasRemaining()) {
      if (headCount < headSize) {
        if (since == IDLE) {
          since = now;
        }
        head[headCount++] = in.get();
        onHeadByte(now);
      } else {
        readPayload(in);
      }
    }
  }

  /** What is read from now on is ignored. */
  void stop() {
    ended = true;
    message = null;
    since = IDLE;
  }

  boolean isEnded() {
    return ended;
  }

  /** Bytes of memory that a half-read message takes. */
  int held() {
    return message == null ? 0 : message.length;
  }

  /** When the frame or message that is half read began, or {@link #IDLE}. */
  long since() {
    return since;
  }

  /** That time was not the peer's: it was not read from. */
  void forgive(long nanos) {
    if (since != IDLE) {
      since += nanos;
    }
  }

  private void onHeadByte(long now) {
    if (headCount == 1) {
      checkFirst();
    } else if (headCount == 2) {
      checkSecond();
    }
    if (!ended && headCount == headSize) {
      begin(now);
    }
  }

  private void checkFirst() {
    last = head[0] < 0;
    opcode = head[0] & 0x0F;
    if ((head[0] & 0x70) != 0) {
      violation(CloseCode.PROTOCOL_ERROR, "a reserved bit is set");
    } else if (isControl()) {
      if (opcode > PONG) {
        violation(CloseCode.PROTOCOL_ERROR, "unknown opcode");
      } else if (!last) {
        violation(CloseCode.PROTOCOL_ERROR, "a control frame in parts");
      }
    } else if (opcode > BINARY) {
      violation(CloseCode.PROTOCOL_ERROR, "unknown opcode");
    } else if (opcode == CONTINUATION && frames == 0) {
      violation(CloseCode.PROTOCOL_ERROR, "nothing to continue");
    } else if (opcode != CONTINUATION && frames > 0) {
      violation(CloseCode.PROTOCOL_ERROR, "a new message inside another");
    }
  }

  private void checkSecond() {
    if ((head[1] < 0) != masked) {
      violation(CloseCode.PROTOCOL_ERROR, masked ? "a frame without mask" : "a masked frame");
      return;
    }
    int size = head[1] & 0x7F;
    if (isControl() && size > WsFrame.LONGEST_CONTROL) {
      violation(CloseCode.PROTOCOL_ERROR, "a control frame over 125 bytes");
      return;
    }
    headSize = 2 + (size == 127 ? 8 : size == 126 ? 2 : 0) + (masked ? 4 : 0);
  }

  /** The head is whole: the payload may come. */
  private void begin(long now) {
    long promised = promised();
    if (promised < 0) {
      violation(CloseCode.PROTOCOL_ERROR, "a length that is not in its shortest form");
    } else if (isControl()) {
      if (controls.allows(now)) {
        length = (int) promised;
        control = length == 0 ? NOTHING : new byte[length];
      } else {
        violation(CloseCode.POLICY, "too many control frames");
      }
    } else {
      beginData(promised);
    }
    position = 0;
    if (!ended && length == 0) {
      end();
    }
  }

  private void beginData(long promised) {
    if (promised > limits.bytes() - filled) {
      violation(CloseCode.TOO_BIG, "a message over " + limits.bytes() + " bytes");
      return;
    }
    if (frames == limits.frames()) {
      violation(CloseCode.POLICY, "a message in too many frames");
      return;
    }
    frames++;
    length = (int) promised;
    if (opcode != CONTINUATION) {
      isText = opcode == TEXT;
    }
    if (message == null) {
      message = last && length <= AT_ONCE ? new byte[length] : NOTHING;
    }
  }

  /** Negative for a length in a longer form than it needs, or over 63 bits. */
  private long promised() {
    int size = head[1] & 0x7F;
    int at = 2;
    long found = size;
    if (size >= 126) {
      int bytes = size == 126 ? 2 : 8;
      found = 0;
      for (; at < 2 + bytes; at++) {
        found = found << 8 | (head[at] & 0xFF);
      }
      found = found < (size == 126 ? 126 : 65_536) ? -1 : found;
    }
    key = 0;
    for (; at < headSize; at++) {
      key = key << 8 | (head[at] & 0xFF);
    }
    return found;
  }

  private void readPayload(ByteBuffer in) {
    int count = Math.min(in.remaining(), length - position);
    boolean ofMessage = !isControl();
    int at = ofMessage ? filled : position;
    byte[] target = ofMessage ? room(count) : control;
    in.get(target, at, count);
    if (masked) {
      Mask.apply(target, at, count, key, position);
    }
    position += count;
    if (ofMessage) {
      filled += count;
      if (isText && !utf8.accepts(target, at, count)) {
        violation(CloseCode.BAD_TEXT, "a text that is not UTF-8");
        return;
      }
    }
    if (position == length) {
      end();
    }
  }

  private byte[] room(int count) {
    byte[] now = message == null ? NOTHING : message;
    int need = filled + count;
    if (need > now.length) {
      // who knows the end takes no more than that; who does not doubles, or copies without end
      int whole = last ? filled + length - position : limits.bytes();
      int twice = (int) Math.min(Math.max(4096, now.length * 2L), whole);
      now = Arrays.copyOf(now, Math.max(need, twice));
      message = now;
    }
    return now;
  }

  /** A frame is whole. */
  private void end() {
    headCount = 0;
    headSize = 2;
    if (isControl()) {
      byte[] payload = control;
      control = NOTHING;
      if (frames == 0) {
        since = IDLE;
      }
      onControl(payload);
    } else if (last) {
      onMessage();
    }
  }

  private void onMessage() {
    byte[] whole = message == null ? NOTHING : message;
    whole = whole.length == filled ? whole : Arrays.copyOf(whole, filled);
    message = null;
    filled = 0;
    frames = 0;
    since = IDLE;
    if (!isText) {
      sink.onFrame(new WsFrame.Binary(whole));
    } else if (utf8.isComplete()) {
      sink.onFrame(new WsFrame.Text(whole));
    } else {
      violation(CloseCode.BAD_TEXT, "a text that ends within a character");
    }
  }

  private void onControl(byte[] payload) {
    switch (opcode) {
      case PING -> sink.onFrame(new WsFrame.Ping(payload));
      case PONG -> sink.onFrame(new WsFrame.Pong(payload));
      case CLOSE -> onClose(payload);
      default -> throw new IllegalStateException("opcode " + opcode); // refused with its first byte
    }
  }

  private void onClose(byte[] payload) {
    if (payload.length == 0) {
      stop();
      sink.onClose(new WsFrame.Close(CloseCode.NONE));
      return;
    }
    int code = payload.length == 1 ? 0 : (payload[0] & 0xFF) << 8 | (payload[1] & 0xFF);
    if (!CloseCode.isSendable(code)) {
      violation(CloseCode.PROTOCOL_ERROR, "a close code that may not be sent");
      return;
    }
    utf8.reset();
    if (!utf8.accepts(payload, 2, payload.length - 2) || !utf8.isComplete()) {
      violation(CloseCode.BAD_TEXT, "a reason that is not UTF-8");
      return;
    }
    stop();
    sink.onClose(
        new WsFrame.Close(
            code, new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8)));
  }

  private boolean isControl() {
    return opcode >= CLOSE;
  }

  private void violation(int code, String reason) {
    stop();
    sink.onViolation(code, reason);
  }
}
