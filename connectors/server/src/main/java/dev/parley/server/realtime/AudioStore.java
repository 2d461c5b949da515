package dev.parley.server.realtime;

import dev.parley.engine.frame.Samples;
import dev.parley.wire.audio.AudioFormatSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The audio of a conversation's items, each content of an item for itself, for clients that ask for
 * it: the latest of it, up to a bound. A content whose audio does not fit any more has none. One
 * owner.
 */
final class AudioStore {

  private static final int BYTES_PER_SAMPLE = 2;

  /**
   * What is kept of one content.
   *
   * @param format what it was in at the wire
   */
  record Clip(AudioFormatSpec format, List<Samples> pieces) {}

  private record Key(String itemId, int content) {}

  private static final class Held {
    private final AudioFormatSpec format;
    private final List<Samples> pieces = new ArrayList<>();
    private long samples;
    private boolean gone;

    Held(AudioFormatSpec format) {
      this.format = format;
    }
  }

  private final long capacity;
  private final Map<Key, Held> contents = new LinkedHashMap<>();
  private final Map<String, List<Key>> ofItem = new HashMap<>();
  private long held;

  /**
   * @param bytes how much is kept
   */
  AudioStore(long bytes) {
    this.capacity = bytes / BYTES_PER_SAMPLE;
  }

  /**
   * More audio of an item's content.
   *
   * @param format what its client sends or gets it in
   */
  void append(String itemId, int content, AudioFormatSpec format, Samples audio) {
    Held into = contents.computeIfAbsent(new Key(itemId, content), key -> begin(key, format));
    into.samples += audio.count();
    if (into.gone) {
      return;
    }
    into.pieces.add(audio);
    held += audio.count();
    makeRoom();
  }

  /** Whether it could ever keep so much audio of one content. */
  boolean couldKeep(long samples) {
    return samples <= capacity;
  }

  /** Audio of an item's content that is only counted. */
  void count(String itemId, int content, AudioFormatSpec format, long samples) {
    Held into = contents.computeIfAbsent(new Key(itemId, content), key -> begin(key, format));
    if (!into.gone) {
      held -= into.samples;
      into.gone = true;
      into.pieces.clear();
    }
    into.samples += samples;
  }

  private Held begin(Key key, AudioFormatSpec format) {
    ofItem.computeIfAbsent(key.itemId, id -> new ArrayList<>(1)).add(key);
    return new Held(format);
  }

  /** How much audio an item's content has had, kept or not, in samples. */
  long samples(String itemId, int content) {
    Held found = held(itemId, content);
    return found == null ? 0 : found.samples;
  }

  /** All audio of an item's content, or nothing if it is not kept any more. */
  Optional<Clip> of(String itemId, int content) {
    Held found = held(itemId, content);
    return found == null || found.gone
        ? Optional.empty()
        : Optional.of(new Clip(found.format, List.copyOf(found.pieces)));
  }

  /** Forgets what lies behind a place in an item's content. */
  void truncate(String itemId, int content, long samples) {
    Held found = held(itemId, content);
    if (found == null || found.samples <= samples) {
      return;
    }
    long excess = found.samples - samples;
    found.samples = samples;
    if (found.gone) {
      return;
    }
    held -= excess;
    while (excess > 0) {
      Samples last = found.pieces.removeLast();
      if (last.count() > excess) {
        found.pieces.add(last.slice(0, (int) (last.count() - excess)));
      }
      excess -= Math.min(excess, last.count());
    }
  }

  /** Forgets an item with all its contents. */
  void remove(String itemId) {
    List<Key> keys = ofItem.remove(itemId);
    if (keys != null) {
      keys.forEach(this::remove);
    }
  }

  private void remove(Key key) {
    Held gone = contents.remove(key);
    if (gone != null && !gone.gone) {
      held -= gone.samples;
    }
  }

  private @Nullable Held held(String itemId, int content) {
    return contents.get(new Key(itemId, content));
  }

  private void makeRoom() {
    Iterator<Held> oldest = contents.values().iterator();
    while (held > capacity && oldest.hasNext()) {
      Held old = oldest.next();
      if (!old.gone) {
        held -= old.samples;
        old.gone = true;
        old.pieces.clear();
      }
    }
  }
}
