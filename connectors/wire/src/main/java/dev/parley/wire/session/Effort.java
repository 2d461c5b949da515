package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** How long a model may think before it answers. */
public enum Effort implements Choice {
  MINIMAL,
  LOW,
  MEDIUM,
  HIGH,
  XHIGH;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
