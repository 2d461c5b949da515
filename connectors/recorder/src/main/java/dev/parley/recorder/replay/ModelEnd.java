package dev.parley.recorder.replay;

import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.Recorded;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a model came to its end.
 *
 * @param ownAt when it ended of its own accord, in nanoseconds of the call, if it did
 * @param linger how long it went on when it heard nothing more
 * @param failure why, if it broke down
 */
record ModelEnd(OptionalLong ownAt, long linger, Optional<String> failure) {

  static ModelEnd of(Recorded recorded) {
    OptionalLong deaf = OptionalLong.empty();
    for (Entry entry : recorded.fromModel()) {
      if (entry.what() instanceof Happening.Over(var way, var failure)) {
        if (way == Happening.Way.TO_MODEL) {
          deaf = OptionalLong.of(entry.nanos());
        } else {
          return deaf.isPresent()
              ? new ModelEnd(
                  OptionalLong.empty(), Math.max(0, entry.nanos() - deaf.getAsLong()), failure)
              : new ModelEnd(OptionalLong.of(entry.nanos()), 0, failure);
        }
      }
    }
    return new ModelEnd(OptionalLong.empty(), 0, Optional.empty());
  }
}
