package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Effort;
import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import dev.parley.schema.spoken.Understanding;
import java.util.List;

/**
 * Turns an utterance into what may have been said. Blocks while it computes; safe for several
 * threads at once.
 */
interface Hearing {

  /** Samples a second at which it listens. */
  int rate();

  /**
   * @param audio at {@link #rate}
   * @return the likeliest first; empty if nothing was understood
   */
  List<Heard> understand(Samples audio, Understanding tools, Focus focus, Effort effort);
}
