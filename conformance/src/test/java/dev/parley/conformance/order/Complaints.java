package dev.parley.conformance.order;

/** Where rules complain, in whole sentences. */
@FunctionalInterface
interface Complaints {

  void add(String sentence);

  /** Complains unless something holds. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency of its own
  default void unless(boolean holds, String format, Object... values) {
    if (!holds) {
      add(format.formatted(values));
    }
  }
}
