package dev.parley.sockets;

/**
 * How long what was written waits for the kernel to take it, in two measures: since anything moved,
 * and since the oldest part was written.
 *
 * <p>Ages are kept for groups of frames, made at least a tenth of the longest age apart, so that a
 * few numbers suffice whatever is sent.
 */
final class Backlog {

  private static final int GROUPS = 16;

  private final long progress;
  private final long age;
  private final long[] until = new long[GROUPS];
  private final long[] written = new long[GROUPS];
  private int first;
  private int count;
  private long total;
  private long waiting;
  private long moved;
  private long moving;

  Backlog(Patience patience) {
    progress = patience.progress().toNanos();
    age = patience.age().toNanos();
  }

  /** So many bytes were written. */
  void add(long bytes, long now) {
    total += bytes;
    int newest = (first + count - 1) % GROUPS;
    if (count > 0 && (count == GROUPS || now - written[newest] < age / 10)) {
      until[newest] = total;
    } else {
      int next = (first + count) % GROUPS;
      until[next] = total;
      written[next] = now;
      count++;
    }
  }

  /**
   * Whether the peer is too slow.
   *
   * @param pending bytes that the kernel has not taken
   * @param part how much of the frame at the head of them it has taken
   */
  boolean isStuck(long pending, long part, long now) {
    long taken = total - Math.min(pending, total);
    while (count > 0 && until[first] <= taken) {
      first = (first + 1) % GROUPS;
      count--;
    }
    long at = taken + part;
    if (count == 0 || waiting == 0 || at != moved) {
      moved = at;
      moving = now;
    }
    waiting = pending;
    return count > 0 && (now - moving > progress || now - written[first] > age);
  }
}
