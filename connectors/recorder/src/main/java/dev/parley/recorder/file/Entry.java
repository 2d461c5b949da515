package dev.parley.recorder.file;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Spoken;

/**
 * Something that happened, and when.
 *
 * @param nanos from the beginning of the call
 */
public record Entry(long nanos, Happening what) {

  private static final int OVERHEAD = 256;

  /** About how many bytes it holds while it waits. */
  int weight() {
    int samples =
        switch (what) {
          case Happening.FromCaller(Captured audio) -> audio.samples().count();
          case Happening.ToCaller(Spoken audio) -> audio.samples().count();
          case Happening.FromModel(Spoken audio) -> audio.samples().count();
          default -> 0;
        };
    return OVERHEAD + samples * Short.BYTES;
  }
}
