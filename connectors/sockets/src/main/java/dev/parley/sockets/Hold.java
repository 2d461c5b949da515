package dev.parley.sockets;

/**
 * A connection's part of a {@link Budget}, in whole blocks of 64 kB, so that small messages cost
 * nothing.
 */
final class Hold {

  private static final int BLOCK = 64 * 1024;

  private final Budget budget;
  private long blocks;

  Hold(Budget budget) {
    this.budget = budget;
  }

  /** Whether the connection may hold so many bytes from now on. */
  boolean set(long bytes) {
    long wanted = bytes / BLOCK;
    if (wanted == blocks) {
      return true;
    }
    if (wanted < blocks) {
      budget.give((blocks - wanted) * BLOCK);
    } else if (!budget.take((wanted - blocks) * BLOCK)) {
      return false;
    }
    blocks = wanted;
    return true;
  }
}
