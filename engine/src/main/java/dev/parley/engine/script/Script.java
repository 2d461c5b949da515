package dev.parley.engine.script;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Heard;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import java.util.function.Consumer;

/**
 * What a model says, decided reply by reply. One script serves one session, and all its methods are
 * called by that session's stage, one at a time; they must not block. What takes long is done by
 * its {@link Desk}.
 */
public interface Script {

  /**
   * Decides on a reply that is asked for.
   *
   * @param decided takes the decision, at once or later, on the stage's thread; of a reply that was
   *     cancelled meanwhile, in vain
   */
  void answer(Asked asked, Consumer<Line> decided);

  /** Hears the caller. */
  default void hear(Inbound frame) {}

  /** The caller's audio up to this place is a turn. */
  default void commit(Position until) {}

  /** The caller's audio before this place that was not committed does not count. */
  default void clear(Position until) {}

  /** Something was written into the conversation by somebody else. */
  default void told(Item item) {}

  /**
   * The caller heard no more of a reply than this.
   *
   * @param letters how much of the part's text that is
   */
  default void cut(Heard heard, int letters) {}

  /**
   * A reply was cancelled before its last frame had left.
   *
   * @param silent not a word or sound of it had; if it had, {@link #cut} follows
   */
  default void cancelled(Epoch epoch, boolean silent) {}

  /** A tool call of this script's goes out, as part of that reply. */
  default void called(Epoch epoch, String tool, String callId) {}

  /** The answer to one of the conversation's calls came in. */
  default void answered(String callId, String output) {}

  /** From the next reply on, this holds. Told once before anything else, too. */
  default void configure(Brief brief) {}

  /** The session is over. */
  default void close() {}
}
