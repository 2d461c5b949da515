package dev.parley.testkit.door;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A far end with a buffer and a loudspeaker: plays what it is given in real time, sends marks back
 * when it has played what lay before them, and forgets everything when it is told to. Pure: the
 * time is passed in, in nanoseconds. One owner.
 */
final class FarEnd {

  /** A piece of audio and when it is played; {@code heard} shrinks when it is cleared. */
  private record Played(Spoken audio, long start, int heard) {}

  /** A mark and when it is due. */
  private record Mark(long id, long due) {}

  private final List<Played> played = new ArrayList<>();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private long freeAt = Long.MIN_VALUE;

  void play(Spoken audio, long now) {
    long start = Math.max(now, freeAt);
    played.add(new Played(audio, start, audio.samples().count()));
    freeAt = start + nanos(audio.samples().count(), audio.rate());
  }

  /** Takes a mark, which is due when all before it has been played. */
  boolean mark(long id, long now) {
    return marks.add(new Mark(id, Math.max(now, freeAt)));
  }

  /** The next mark that is due, if one is. */
  OptionalLong due(long now) {
    return !marks.isEmpty() && marks.element().due <= now
        ? OptionalLong.of(marks.remove().id)
        : OptionalLong.empty();
  }

  /** When the next mark is due, if one waits. */
  OptionalLong nextDue() {
    return marks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(marks.element().due);
  }

  /** Throws away what was not played; the marks that waited in it come back at once, unheard. */
  List<Long> clear(long now) {
    for (int i = 0; i < played.size(); i++) {
      Played piece = played.get(i);
      long heard = Math.round((now - piece.start) / 1e9 * piece.audio.rate());
      played.set(i, new Played(piece.audio, piece.start, Math.clamp(heard, 0, piece.heard)));
    }
    freeAt = Math.min(freeAt, now);
    List<Long> unheard = marks.stream().map(Mark::id).toList();
    marks.clear();
    return unheard;
  }

  /** Up to where a part of a reply was heard, if any of it was given. */
  Optional<Position> heard(Epoch epoch, int part) {
    return played.stream()
        .filter(p -> p.audio.epoch().equals(epoch) && p.audio.part() == part && p.heard > 0)
        .map(p -> p.audio.position().plus(p.heard))
        .reduce((first, second) -> second.sample() > first.sample() ? second : first);
  }

  /** All that came out of the loudspeaker of a reply. */
  List<Samples> heard(Epoch epoch) {
    return played.stream()
        .filter(p -> p.audio.epoch().equals(epoch))
        .map(p -> p.audio.samples().slice(0, p.heard))
        .toList();
  }

  private static long nanos(int samples, int rate) {
    return Math.round(1e9 * samples / rate);
  }
}
