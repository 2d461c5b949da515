package dev.parley.scripted;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import java.util.Optional;

/**
 * What a model says, decided reply by reply. One script serves one session, and all its methods are
 * called by that session's stage, one at a time.
 */
interface Script {

  /** Decides on a reply that is asked for. */
  Line answer(Asked asked);

  /** Hears the caller. */
  default void hear(Inbound frame) {}

  /** The caller's audio up to this place is a turn. */
  default void commit(Position until) {}

  /** The caller's audio before this place that was not committed does not count. */
  default void clear(Position until) {}

  /** What the caller said in the turn that was committed last, if it understands words. */
  default Optional<String> words() {
    return Optional.empty();
  }

  /** A tool call of this script's goes out, as part of that reply. */
  default void called(Epoch epoch) {}

  /** The answer to one of the conversation's calls came in. */
  default void answered() {}
}
