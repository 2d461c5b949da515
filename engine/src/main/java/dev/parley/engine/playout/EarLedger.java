package dev.parley.engine.playout;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.Heard.Basis;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Spoken;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps what was handed over, part by part, and what is known to have been heard of it.
 *
 * <p>For the last {@value #PARTS} parts of the call: nobody can be told, or tell, how much was
 * heard of a reply that lies further back.
 */
final class EarLedger {

  private static final int PARTS = 256;

  private static final int MARKS = 4096;

  /** A map that forgets its oldest entry when it has too many. */
  private static final class Latest extends LinkedHashMap<PartOf, Position> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<PartOf, Position> eldest) {
      return size() > PARTS;
    }
  }

  private record PartOf(Epoch epoch, int part) {}

  private record Mark(long id, PartOf of, Position until) {}

  private final Map<PartOf, Position> handedOver = new Latest();
  private final Map<PartOf, Position> acked = new Latest();
  private final Deque<Mark> marks = new ArrayDeque<>();
  private final Deque<Spoken> ahead = new ArrayDeque<>();
  private long aheadSamples;
  private long marksMade;
  private final Ear ear;

  EarLedger(Ear ear) {
    this.ear = ear;
  }

  void handedOver(Spoken slice) {
    handedOver.put(new PartOf(slice.epoch(), slice.part()), slice.end());
    if (ear != Ear.TOLD) { // whose client says itself what it has thrown away
      ahead.add(slice);
      aheadSamples += slice.samples().count();
    }
  }

  /** How far each part of these replies has been handed over. */
  List<Cut.HandedOver> of(List<Epoch> epochs) {
    List<Cut.HandedOver> found = new ArrayList<>();
    handedOver.forEach(
        (of, until) -> {
          if (epochs.contains(of.epoch)) {
            found.add(new Cut.HandedOver(of.epoch, of.part, until));
          }
        });
    return found;
  }

  /** All samples of a reply that were handed over. */
  long samples(Epoch epoch) {
    return of(List.of(epoch)).stream().mapToLong(h -> h.until().sample()).sum();
  }

  /** A mark behind what was handed over last of a part. */
  long mark(Spoken slice) {
    marks.add(new Mark(++marksMade, new PartOf(slice.epoch(), slice.part()), slice.end()));
    if (marks.size() > MARKS) {
      marks.remove(); // a far end that never answers
    }
    return marksMade;
  }

  /** A mark behind which nothing lies: it comes back when a clear has been carried out. */
  long fence() {
    return ++marksMade;
  }

  /** A mark came back: what lay before it was heard. */
  void acked(long id) {
    while (!marks.isEmpty() && marks.element().id <= id) {
      Mark passed = marks.remove();
      acked.put(passed.of, passed.until);
    }
  }

  /**
   * Marks that come back from now on were not heard: the far end throws away what lies before them.
   */
  void forgetMarks() {
    marks.clear();
  }

  /** What is known to have been heard of parts that were cut. */
  List<Heard> heardByAcks(List<Cut.HandedOver> parts) {
    List<Heard> heard = new ArrayList<>();
    for (Cut.HandedOver part : parts) {
      Position until =
          acked.getOrDefault(
              new PartOf(part.epoch(), part.part()), Position.start(part.until().rate()));
      heard.add(new Heard(part.epoch(), part.part(), until, Basis.ACKED));
    }
    acked.keySet().removeIf(of -> parts.stream().anyMatch(p -> p.epoch().equals(of.epoch)));
    return heard;
  }

  /** What was heard if everything was that the ear has kept of these parts. */
  List<Heard> heardAllOf(List<Epoch> epochs, Basis basis) {
    return of(epochs).stream()
        .map(part -> new Heard(part.epoch(), part.part(), part.until(), basis))
        .toList();
  }

  /** All but the last so many samples have been played, and can no longer be thrown away. */
  void played(long unplayed) {
    while (!ahead.isEmpty() && aheadSamples - ahead.element().samples().count() >= unplayed) {
      aheadSamples -= ahead.remove().samples().count();
    }
  }

  /** The far end threw its last so many samples away, whichever replies they belonged to. */
  void cleared(long samples) {
    for (long left = samples; left > 0 && !ahead.isEmpty(); ) {
      Spoken last = ahead.removeLast();
      long gone = Math.min(left, last.samples().count());
      handedOver.put(new PartOf(last.epoch(), last.part()), last.end().minus(gone));
      left -= gone;
    }
    ahead.clear();
    aheadSamples = 0;
  }

  /**
   * What a client says it has played, but no more than it was given, in the model's own time.
   *
   * @param speed how much faster than the model made it the part is played
   */
  Optional<Heard> told(Epoch epoch, int part, Position until, double speed) {
    return Optional.ofNullable(handedOver.get(new PartOf(epoch, part)))
        .map(given -> until.at(given.rate()).compareTo(given) < 0 ? until.at(given.rate()) : given)
        .map(played -> new Position(Math.round(played.sample() * speed), played.rate()))
        .map(made -> new Heard(epoch, part, made, Basis.TOLD));
  }
}
