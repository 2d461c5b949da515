package dev.parley.wire.session;

import java.util.OptionalInt;

/**
 * How many tokens a response may have.
 *
 * @param most 1 to 4096; empty: no limit, {@code "inf"} in JSON
 */
public record TokenLimit(OptionalInt most) {

  private static final TokenLimit NONE = new TokenLimit(OptionalInt.empty());

  public static TokenLimit none() {
    return NONE;
  }

  public static TokenLimit of(int tokens) {
    return new TokenLimit(OptionalInt.of(tokens));
  }
}
