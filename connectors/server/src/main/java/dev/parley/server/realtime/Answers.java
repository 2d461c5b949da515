package dev.parley.server.realtime;

import dev.parley.sockets.WsFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What waits for the socket to take it, in order. One owner. */
final class Answers {

  /** So much may wait before the client is read no further. */
  private static final int MOST = 64;

  private static final long MOST_BYTES = 1 << 20;

  private final Deque<WsFrame> waiting = new ArrayDeque<>();
  private long bytes;

  void add(WsFrame frame) {
    waiting.add(frame);
    bytes += length(frame);
  }

  @Nullable WsFrame poll() {
    WsFrame next = waiting.poll();
    if (next != null) {
      bytes -= length(next);
    }
    return next;
  }

  /** Nobody is there any more who would take them. */
  void clear() {
    waiting.clear();
    bytes = 0;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether the client may say more that is to be answered. */
  boolean hasRoom() {
    return waiting.size() < MOST && bytes < MOST_BYTES;
  }

  private static long length(WsFrame frame) {
    return frame instanceof WsFrame.Text text ? text.utf8().length : 0;
  }
}
