package dev.parley.wire.item;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** How far an item is. Clients run a tool as soon as its call is {@link #COMPLETED}. */
public enum ItemStatus implements Choice {
  IN_PROGRESS,
  COMPLETED,
  /** Cut short. */
  INCOMPLETE;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
