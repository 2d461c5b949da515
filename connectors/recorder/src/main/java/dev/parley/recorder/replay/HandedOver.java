package dev.parley.recorder.replay;

import dev.parley.engine.frame.Spoken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each part of a reply has been handed over to the replayed door. Shared by two rooms of
 * one call, which run on the one thread of its virtual world.
 */
final class HandedOver {

  /**
   * A place in a reply.
   *
   * @param samples how much of the part lies before it
   */
  record Place(String epoch, long part, long samples) {

    private String of() {
      return epoch + "/" + part;
    }
  }

  private record Wait(Place place, Runnable then) {}

  private final Map<String, Long> ends = new HashMap<>();
  private final List<Wait> waits = new ArrayList<>();

  /** The door is given a slice. */
  void given(Spoken slice) {
    ends.put(slice.epoch() + "/" + slice.part(), slice.end().sample());
    List<Wait> over = waits.stream().filter(wait -> isReached(wait.place)).toList();
    waits.removeAll(over);
    over.forEach(wait -> wait.then.run());
  }

  boolean isReached(Place place) {
    return ends.getOrDefault(place.of(), 0L) >= place.samples;
  }

  /** Does something when the door has been given so much. */
  void when(Place place, Runnable then) {
    waits.add(new Wait(place, then));
  }
}
