package dev.parley.engine.stage;

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
}
