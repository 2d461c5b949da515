package dev.parley.speech.cascade;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Does one thing after the other, some of which take long: what the caller said is understood
 * before it is answered. One owner.
 */
final class Agenda {

  private final Deque<Consumer<Runnable>> steps = new ArrayDeque<>();
  private boolean busy;

  /**
   * Adds a step; it begins at once if nothing is before it.
   *
   * @param step is given what to run when it is done
   */
  void add(Consumer<Runnable> step) {
    steps.add(step);
    goOn();
  }

  /** Adds a step that takes no time. */
  void addShort(Runnable step) {
    add(
        done -> {
          step.run();
          done.run();
        });
  }

  private void goOn() {
    while (!busy && !steps.isEmpty()) {
      busy = true;
      steps.remove().accept(this::done);
    }
  }

  private void done() {
    busy = false;
    goOn();
  }
}
