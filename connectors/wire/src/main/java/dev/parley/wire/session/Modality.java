package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** What a response is made of: speech with its transcript, or text alone. */
public enum Modality implements Choice {
  AUDIO,
  TEXT;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
