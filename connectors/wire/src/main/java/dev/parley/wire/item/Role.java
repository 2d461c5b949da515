package dev.parley.wire.item;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** Who speaks in a message. */
public enum Role implements Choice {
  USER,
  SYSTEM,
  ASSISTANT;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
