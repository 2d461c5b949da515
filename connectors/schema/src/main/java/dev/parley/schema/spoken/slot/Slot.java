package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.model.Net;
import java.util.List;

/**
 * A kind of value that can be said. Pure: words in, values out. Immutable, safe for any thread.
 *
 * <p>Whether a value holds by the whole schema is asked elsewhere; a slot does its best to offer
 * only such.
 */
public sealed interface Slot
    permits Amounts,
        Choices,
        Codes,
        Dates,
        Decimals,
        Durations,
        Integers,
        Moments,
        Switches,
        Texts,
        Times {

  /** Values that begin at this word, at most a few. */
  List<Found> read(List<String> words, int from);

  /** How it is said. */
  Net net();

  /** Whether these words are the beginning of a value that must go on. */
  default boolean isOpen(List<String> words) {
    return false;
  }
}
