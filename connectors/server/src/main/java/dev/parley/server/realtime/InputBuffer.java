package dev.parley.server.realtime;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The caller's audio that is in no item yet. Places are counted in samples of all the audio that
 * was ever written to it, so they go on over commits and clears. One owner.
 *
 * <p>While a detector listens and hears nobody, only the last moments are kept: what a turn that
 * begins now could still want as its beginning.
 */
final class InputBuffer {

  /** The least that can be committed by hand. */
  static final int LEAST = AudioCodec.RATE / 10;

  private final long capacity;
  private final Deque<Samples> pieces = new ArrayDeque<>();
  private long begin;
  private long end;
  private long trail = Long.MAX_VALUE;

  /**
   * @param samples the most that may wait for a commit
   */
  InputBuffer(long samples) {
    this.capacity = samples;
  }

  /** The place behind all that was written. */
  Position end() {
    return new Position(end, AudioCodec.RATE);
  }

  /** The place of the first sample that waits. */
  long begin() {
    return begin;
  }

  /** What waits for a commit, in samples. */
  long waiting() {
    return end - begin;
  }

  boolean hasRoomFor(long samples) {
    return trail != Long.MAX_VALUE || waiting() + samples <= capacity;
  }

  /**
   * Keeps no more than this much while nobody speaks, besides the latest piece, in which a detector
   * may yet hear somebody; from the next piece on, until {@link #keepAll}.
   */
  void keepLast(long samples) {
    trail = samples;
  }

  /** Somebody speaks, or nobody listens but the client: all is kept. */
  void keepAll() {
    trail = Long.MAX_VALUE;
  }

  /**
   * More audio.
   *
   * @return where it begins
   */
  Position append(Samples audio) {
    keepOnly(trail);
    Position at = end();
    pieces.add(audio);
    end += audio.count();
    keepOnly(capacity);
    return at;
  }

  /** Moves the beginning of what waits; what lies before is gone. */
  void beginAt(long sample) {
    drop(Math.min(end, sample));
  }

  /**
   * Takes all that waits up to a place.
   *
   * @return the audio, in order
   */
  List<Samples> take(Position until) {
    long count = Math.clamp(until.sample() - begin, 0, waiting());
    List<Samples> taken = new ArrayList<>();
    long left = count;
    for (Samples piece : pieces) {
      if (left == 0) {
        break;
      }
      int part = (int) Math.min(left, piece.count());
      taken.add(piece.slice(0, part));
      left -= part;
    }
    drop(begin + count);
    return taken;
  }

  /** Forgets all that waits. */
  void clear() {
    drop(end);
  }

  private void keepOnly(long samples) {
    if (waiting() > samples) {
      drop(end - samples);
    }
  }

  private void drop(long until) {
    while (begin < until) {
      Samples first = pieces.remove();
      long gone = Math.min(until - begin, first.count());
      if (gone < first.count()) {
        pieces.addFirst(first.slice((int) gone, first.count()));
      }
      begin += gone;
    }
  }
}
