package dev.parley.server.realtime;

import dev.parley.wire.item.WireItem;
import dev.parley.wire.session.Truncation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a conversation the model still reads: all of it, until that is more than its context
 * holds; then, as the session has it, the oldest items are left out. What is left out stays in the
 * conversation for its client, and does not come back. One owner.
 */
final class ContextWindow {

  private final long capacity;
  private final Set<String> leftOut = new HashSet<>();

  /**
   * @param capacity of the model, in tokens
   */
  ContextWindow(long capacity) {
    this.capacity = capacity;
  }

  /** The items that the model reads, in order. */
  List<WireItem> within(List<WireItem> items) {
    return leftOut.isEmpty()
        ? items
        : items.stream().filter(item -> !leftOut.contains(item.id())).toList();
  }

  /**
   * Leaves out what is too much.
   *
   * @param fixed what the model reads besides, in tokens
   * @return the items that it must forget now, the oldest first
   */
  List<WireItem> trim(List<WireItem> items, long fixed, Truncation how, AudioLengths lengths) {
    long most = fixed + Math.min(capacity - fixed, afterInstructions(how));
    List<WireItem> read = within(items);
    long tokens = fixed + TokenCount.of(read, lengths).all();
    if (how == Truncation.Mode.DISABLED || tokens <= most) {
      return List.of();
    }
    long goal = how instanceof Truncation.RetentionRatio r ? (long) (most * r.ratio()) : most;
    List<WireItem> forget = new ArrayList<>();
    for (WireItem item : read.subList(0, Math.max(0, read.size() - 1))) { // never the live turn
      if (tokens <= goal) {
        break;
      }
      tokens -= TokenCount.of(item, lengths).all();
      leftOut.add(item.id());
      forget.add(item);
    }
    return forget;
  }

  /** Whether the model would have to read more than it can, and nothing may be left out. */
  boolean isExceededBy(TokenCount.Tokens reading, Truncation how) {
    return how == Truncation.Mode.DISABLED && reading.all() > capacity;
  }

  /** Whether the model reads an item no more. */
  boolean leavesOut(String itemId) {
    return leftOut.contains(itemId);
  }

  void forget(String itemId) {
    leftOut.remove(itemId);
  }

  private static long afterInstructions(Truncation how) {
    return how instanceof Truncation.RetentionRatio ratio && ratio.postInstructions().isPresent()
        ? ratio.postInstructions().getAsInt()
        : Long.MAX_VALUE;
  }
}
