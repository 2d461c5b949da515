package dev.parley.wire.response;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** How far a response is, or how it ended. */
public enum ResponseStatus implements Choice {
  IN_PROGRESS,
  COMPLETED,
  CANCELLED,
  /** It reached a limit. */
  INCOMPLETE,
  FAILED;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
