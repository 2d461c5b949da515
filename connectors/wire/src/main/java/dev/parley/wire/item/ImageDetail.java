package dev.parley.wire.item;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** How closely a model should look at an image. */
public enum ImageDetail implements Choice {
  AUTO,
  LOW,
  HIGH;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
