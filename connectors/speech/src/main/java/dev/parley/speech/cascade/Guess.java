package dev.parley.speech.cascade;

import dev.parley.engine.conversation.Effort;
import dev.parley.schema.spoken.Focus;
import dev.parley.schema.spoken.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the caller may have said, worked out while the turn detector still waits for more: when the
 * turn ends, the answer is there. One owner.
 *
 * @see CascadeScript
 */
final class Guess {

  private final Focus focus;
  private final Effort effort;
  private final List<Consumer<List<Heard>>> waiting = new ArrayList<>();
  private Optional<List<Heard>> result = Optional.empty();

  Guess(Focus focus, Effort effort) {
    this.focus = focus;
    this.effort = effort;
  }

  /** Whether it was made with this in mind, and with no less effort. */
  boolean serves(Focus other, Effort least) {
    return focus.equals(other) && effort.compareTo(least) >= 0;
  }

  void found(List<Heard> alternatives) {
    result = Optional.of(alternatives);
    waiting.forEach(next -> next.accept(alternatives));
    waiting.clear();
  }

  /** Hands the result over, as soon as it is there. */
  void then(Consumer<List<Heard>> next) {
    result.ifPresentOrElse(next, () -> waiting.add(next));
  }
}
