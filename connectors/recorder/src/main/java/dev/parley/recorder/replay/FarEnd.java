package dev.parley.recorder.replay;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.MarkNames;
import dev.parley.recorder.file.Recorded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a recorded far end told of its playing, told again: of the marks that now lie where those
 * lay then, and never of a cut that it does not know of yet. One owner.
 */
final class FarEnd {

  private final Recorded recorded;
  private final PlayoutControl playout;
  private final MarkNames names = new MarkNames();
  private final Map<String, Long> given = new HashMap<>();
  private final Set<String> passed = new HashSet<>();
  private int cuts;

  FarEnd(Recorded recorded, PlayoutControl playout) {
    this.recorded = recorded;
    this.playout = playout;
  }

  /** It is given a frame to play. */
  void play(Outbound frame) {
    if (frame instanceof Cue.Interrupted) {
      cuts++;
    }
    names
        .next(frame)
        .ifPresent(
            name -> {
              long mark = ((Cue.Mark) frame).id();
              given.put(name, mark);
              if (passed.remove(name)) { // a little later than then
                playout.acked(mark);
              }
            });
  }

  /** Whether it has heard of as many cuts as when it did this. */
  boolean knowsEnough(Entry step) {
    return recorded.cuts().stream().filter(cut -> cut <= step.nanos()).count() <= cuts;
  }

  /** What lay before that mark has been played, or thrown away. */
  void passed(Happening.MarkPassed then) {
    String name = recorded.marks().getOrDefault(then.mark(), "");
    if (given.containsKey(name)) {
      playout.acked(given.get(name));
    } else {
      passed.add(name);
    }
  }

  void played(Happening.Played then) {
    playout.told(then.epoch(), then.part(), then.until(), then.speed());
  }
}
