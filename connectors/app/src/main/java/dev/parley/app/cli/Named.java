package dev.parley.app.cli;

import java.util.function.Supplier;

/** Makes what an option names. */
final class Named {

  private Named() {}

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException in one sentence that begins with the option, if it cannot be
   *     made
   */
  static <T> T by(String option, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
  }
}
