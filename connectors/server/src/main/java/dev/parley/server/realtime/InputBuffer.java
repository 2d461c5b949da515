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
 * begins now could still want as its beginning. Besides, what has only just come is kept, however
 * much it is: whoever sends a recording faster than it was spoken is far ahead of the detector.
 */
final class InputBuffer {

  /** The least that can be committed by hand. */
  static final int LEAST = AudioCodec.RATE / 10;

  /** How long it may take until a detector's word of what has come is back. */
  private static final long UNHEARD_NANOS = 500_000_000L;

  private record Piece(Samples audio, long nanos) {}

  /** Pieces below this many samples are joined. */
  private static final int TINY = AudioCodec.RATE / 50;

  private final long capacity;
  private final Deque<Piece> pieces = new ArrayDeque<>();
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

  /**
   * Whether so much may be appended at once. While only the last moments are kept there is always
   * room, but never for more than all of it: its connection's thread would be busy with it for
   * long.
   */
  boolean hasRoomFor(long samples) {
    return (trail == Long.MAX_VALUE ? waiting() : 0) + samples <= capacity;
  }

  /**
   * Keeps no more than this much while nobody speaks, besides what has only just come; from the
   * next piece on, until {@link #keepAll}.
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
   * @param nanos when it comes, by a monotonic clock
   * @return where it begins
   */
  Position append(Samples audio, long nanos) {
    while (waiting() > trail && nanos - pieces.element().nanos >= UNHEARD_NANOS) {
      drop(Math.min(end - trail, begin + pieces.element().audio.count()));
    }
    Position at = end();
    Piece last = pieces.peekLast();
    if (last != null && audio.count() < TINY && last.audio.count() < TINY) {
      pieces.removeLast(); // or samples that come one by one would take forty times their room
      pieces.add(new Piece(last.audio.append(audio), last.nanos));
    } else {
      pieces.add(new Piece(audio, nanos));
    }
    end += audio.count();
    drop(end - capacity);
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
    for (Piece piece : pieces) {
      if (left == 0) {
        break;
      }
      int part = (int) Math.min(left, piece.audio.count());
      taken.add(piece.audio.slice(0, part));
      left -= part;
    }
    drop(begin + count);
    return taken;
  }

  /** Forgets all that waits. */
  void clear() {
    drop(end);
  }

  private void drop(long until) {
    while (begin < until) {
      Piece first = pieces.remove();
      int gone = (int) Math.min(until - begin, first.audio.count());
      if (gone < first.audio.count()) {
        pieces.addFirst(new Piece(first.audio.slice(gone, first.audio.count()), first.nanos));
      }
      begin += gone;
    }
  }
}
