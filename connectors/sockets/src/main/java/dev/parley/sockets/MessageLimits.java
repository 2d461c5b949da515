package dev.parley.sockets;

/**
 * What a peer may send over a WebSocket.
 *
 * @param bytes the longest message; over it 1009, as soon as a header says so
 * @param frames the most frames of a message, empty ones included; over it 1008
 * @param controlsPerSecond pings and pongs, this many at once and this many a second; over it 1008
 * @param bytesOfNode what all connections together may hold of messages that are not taken yet,
 *     counted in blocks of 64 kB; who goes over it gets 1013. 0 for a quarter of the heap's most,
 *     but at least one longest message and at most 256 MiB: a small {@code -Xmx} then needs no
 *     setting of its own
 * @param waiting how many messages may wait for the application before reading stops
 * @param waitingBytes how many bytes of messages may wait before reading stops
 */
public record MessageLimits(
    int bytes, int frames, int controlsPerSecond, long bytesOfNode, int waiting, int waitingBytes) {

  private static final int MIB = 1 << 20;
  private static final MessageLimits DEFAULTS =
      new MessageLimits(22 * MIB, 2048, 20, /* bytesOfNode= */ 0, 16, MIB / 2);

  public MessageLimits {
    Check.range("messages.bytes", bytes, 125, 1 << 30);
    Check.range("messages.frames", frames, 1, 1_000_000);
    Check.range("messages.controlsPerSecond", controlsPerSecond, 1, 1_000_000);
    if (bytesOfNode == 0) {
      bytesOfNode = share(Runtime.getRuntime().maxMemory(), bytes);
    }
    Check.range("messages.bytesOfNode", bytesOfNode, bytes, Long.MAX_VALUE);
    Check.range("messages.waiting", waiting, 2, 100_000);
    Check.range("messages.waitingBytes", waitingBytes, 1024, 1 << 30);
  }

  /**
   * 22 MiB in 2,048 frames (the JDK's client cuts a message into frames of 16 KiB), 20 controls a
   * second, a quarter of the heap up to 256 MiB a node; 16 messages or 512 kB wait.
   */
  public static MessageLimits defaults() {
    return DEFAULTS;
  }

  /** What a heap of this size can spare for messages. */
  static long share(long heap, int longest) {
    return Math.max(longest, Math.min(heap / 4, 256L * MIB));
  }

  public MessageLimits withBytes(int other) {
    return new MessageLimits(other, frames, controlsPerSecond, bytesOfNode, waiting, waitingBytes);
  }

  public MessageLimits withFrames(int other) {
    return new MessageLimits(bytes, other, controlsPerSecond, bytesOfNode, waiting, waitingBytes);
  }

  public MessageLimits withControlsPerSecond(int other) {
    return new MessageLimits(bytes, frames, other, bytesOfNode, waiting, waitingBytes);
  }

  public MessageLimits withBytesOfNode(long other) {
    return new MessageLimits(bytes, frames, controlsPerSecond, other, waiting, waitingBytes);
  }

  public MessageLimits withWaiting(int other) {
    return new MessageLimits(bytes, frames, controlsPerSecond, bytesOfNode, other, waitingBytes);
  }

  public MessageLimits withWaitingBytes(int other) {
    return new MessageLimits(bytes, frames, controlsPerSecond, bytesOfNode, waiting, other);
  }
}
