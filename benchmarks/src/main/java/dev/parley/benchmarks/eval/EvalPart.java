package dev.parley.benchmarks.eval;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be evaluated. */
public enum EvalPart {
  /** How well a speech detector hears. */
  VAD,
  /** How fast a barge-in cuts a reply. */
  CALLS,
  /** The same on the telephone: how fast a barge-in clears what Twilio still holds. */
  PHONE,
  /** How well spelled names, codes, numbers and commands become JSON. */
  CODES,
  /** How well sentences are taken down. */
  DICTATION,
  /** How well spelled codes are read back and corrected: synthetic voices, no recordings. */
  READBACK;

  /** Those that score recordings. */
  static final Set<EvalPart> OF_RECORDINGS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(READBACK)));

  /**
   * Reads a part as it is written on a command line.
   *
   * @throws IllegalArgumentException in one sentence that names the parts
   */
  public static EvalPart parse(String name) {
    return Arrays.stream(values())
        .filter(part -> part.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" cannot be evaluated: valid are %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(EvalPart::label)
                                .collect(Collectors.joining(", ")))));
  }

  /** As it is written on a command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
