package dev.parley.recorder.file;

import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Spoken;
import java.util.Optional;

/**
 * Names marks by what lies before them. Their numbers only count them, and so are not the same in
 * another run; a mark behind the same sample is. One owner.
 */
public final class MarkNames {

  private String before = "the beginning";
  private long cuts;

  /** The next frame that a door is given; the name, if it is a mark. */
  public Optional<String> next(Outbound frame) {
    return switch (frame) {
      case Spoken audio -> {
        spoken(audio.epoch().toString(), audio.part(), audio.end().sample());
        yield Optional.empty();
      }
      case Cue.Interrupted cut -> {
        cut();
        yield Optional.empty();
      }
      case Cue.Mark mark -> Optional.of(before);
      default -> Optional.empty();
    };
  }

  void spoken(String epoch, int part, long end) {
    before = epoch + "/" + part + "/" + end;
  }

  void cut() {
    cuts++;
    before = "cut " + cuts;
  }

  String mark() {
    return before;
  }
}
