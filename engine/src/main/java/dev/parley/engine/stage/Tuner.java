package dev.parley.engine.stage;

import dev.parley.engine.frame.Signal;

/** Changes the settings of a running stage. Safe for any thread and after the end. */
@FunctionalInterface
public interface Tuner {

  /** For stages without settings. */
  Tuner NONE =
      settings -> {
        throw new IllegalArgumentException("this stage has no settings that can be changed");
      };

  /**
   * Works by these settings from the next frame on.
   *
   * @throws IllegalArgumentException if they are not of the stage's kind
   */
  void tune(Object settings);

  /** Tells a fact that the model found out; a stage that has no use for it does as before. */
  default void hint(Signal fact) {}
}
