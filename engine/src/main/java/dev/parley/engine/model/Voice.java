package dev.parley.engine.model;

import dev.parley.engine.frame.Samples;
import java.util.Set;
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
   * The languages that it can be asked for in a {@link Delivery}, as BCP 47 tags; empty if it has
   * no choice.
   */
  default Set<String> languages() {
    return Set.of();
  }

  /**
   * Speaks a text and hands the audio over as it comes, in pieces of any size.
   *
   * @param out takes the next piece; answers false when no more is wanted, and then speaking stops
   */
  void speak(String text, Predicate<Samples> out);

  /**
   * Speaks a text in a certain manner. What a voice cannot do, it leaves: one without styles speaks
   * as ever, and so does one that lacks the language.
   *
   * @param out as above; a voice that has manners asks it at least once for every 20 ms of audio
   */
  default void speak(String text, Delivery how, Predicate<Samples> out) {
    speak(text, out);
  }
}
