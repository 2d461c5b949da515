package dev.parley.engine.model;

import dev.parley.engine.frame.Samples;
import java.util.function.Predicate;

/**
 * Speaks text. Blocks while it does, so it is called through {@code Offload}; safe for several
 * threads at once.
 */
public interface Voice {

  /** The name by which plans and reports call it. */
  String name();

  /** Samples a second of what it speaks. */
  int rate();

  /**
   * Speaks a text and hands the audio over as it comes, in pieces of any size.
   *
   * @param out takes the next piece; answers false when no more is wanted, and then speaking stops
   */
  void speak(String text, Predicate<Samples> out);
}
