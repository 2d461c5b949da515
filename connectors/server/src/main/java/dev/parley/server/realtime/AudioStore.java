package dev.parley.server.realtime;

import dev.parley.engine.frame.Samples;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audio of a conversation's items, for clients that ask for it: the latest of it, up to a
 * bound. An item whose audio does not fit any more has none. One owner.
 */
final class AudioStore {

  private static final int BYTES_PER_SAMPLE = 2;

  private static final class Held {
    private final List<Samples> pieces = new ArrayList<>();
    private long samples;
    private boolean gone;
  }

  private final long capacity;
  private final Map<String, Held> items = new LinkedHashMap<>();
  private long held;

  /**
   * @param bytes how much is kept
   */
  AudioStore(long bytes) {
    this.capacity = bytes / BYTES_PER_SAMPLE;
  }

  /** More audio of an item. */
  void append(String itemId, Samples audio) {
    Held item = items.computeIfAbsent(itemId, id -> new Held());
    item.samples += audio.count();
    if (item.gone) {
      return;
    }
    item.pieces.add(audio);
    held += audio.count();
    makeRoom();
  }

  /** How much audio an item has had, kept or not, in samples. */
  long samples(String itemId) {
    Held item = items.get(itemId);
    return item == null ? 0 : item.samples;
  }

  /** All audio of an item, or nothing if it is not kept any more. */
  Optional<List<Samples>> of(String itemId) {
    Held item = items.get(itemId);
    return item == null || item.gone ? Optional.empty() : Optional.of(List.copyOf(item.pieces));
  }

  /** Forgets what lies behind a place in an item. */
  void truncate(String itemId, long samples) {
    Held item = items.get(itemId);
    if (item == null || item.samples <= samples) {
      return;
    }
    long excess = item.samples - samples;
    item.samples = samples;
    if (item.gone) {
      return;
    }
    held -= excess;
    while (excess > 0) {
      Samples last = item.pieces.removeLast();
      if (last.count() > excess) {
        item.pieces.add(last.slice(0, (int) (last.count() - excess)));
      }
      excess -= Math.min(excess, last.count());
    }
  }

  void remove(String itemId) {
    Held item = items.remove(itemId);
    if (item != null && !item.gone) {
      held -= item.samples;
    }
  }

  private void makeRoom() {
    Iterator<Held> oldest = items.values().iterator();
    while (held > capacity && oldest.hasNext()) {
      Held item = oldest.next();
      if (!item.gone) {
        held -= item.samples;
        item.gone = true;
        item.pieces.clear();
      }
    }
  }
}
