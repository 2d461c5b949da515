package dev.parley.engine.dsp;

import dev.parley.engine.frame.Signal;

/**
 * A kernel whose immutable settings may change in mid-call.
 *
 * @param <S> the settings: a record that checks itself
 */
public interface Tunable<S> {

  /** The settings' type, so that a wrong one is refused where it is given. */
  Class<S> settingsType();

  /** Works by these settings from the next input on. Called between two inputs, by their thread. */
  void tune(S settings);

  /** The model found something out about the caller. Called between two inputs, by their thread. */
  default void hint(Signal fact) {}
}
