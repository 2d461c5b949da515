package dev.parley.schema.spoken.code;

import java.util.BitSet;
import java.util.List;

/** A regular expression, as far as it is understood. */
sealed interface Part {

  /** What stands for repetitions without an end. */
  int ENDLESS = 100_000;

  /** How many characters are known: ASCII. */
  int CHARACTERS = 128;

  /** One character of several. */
  record One(BitSet characters) implements Part {}

  /** One after the other. */
  record Row(List<Part> parts) implements Part {}

  /** One of several. */
  record Either(List<Part> parts) implements Part {}

  /** The same several times. */
  record Repeat(Part part, int from, int to) implements Part {}

  /** The expression needs more than that: it is not used to guide anybody. */
  final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood() {
      super("pattern is not understood", null, false, false);
    }
  }
}
