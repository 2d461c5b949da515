package dev.parley.wire.session;

import java.util.Optional;

/**
 * Bounds on what the model does for one response.
 *
 * @param effort empty for models that do not reason
 */
public record Generation(
    TokenLimit maxOutputTokens, Optional<Effort> effort, Truncation truncation) {

  private static final Generation DEFAULTS =
      new Generation(TokenLimit.none(), Optional.of(Effort.LOW), Truncation.Mode.AUTO);

  /** No limit, low effort, the oldest items left out when it gets too much. */
  public static Generation defaults() {
    return DEFAULTS;
  }

  public Generation withEffort(Effort other) {
    return new Generation(maxOutputTokens, Optional.of(other), truncation);
  }
}
