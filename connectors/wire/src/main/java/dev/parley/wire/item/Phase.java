package dev.parley.wire.item;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** What an assistant's message is for: a preamble before tools are called, or the answer. */
public enum Phase implements Choice {
  COMMENTARY,
  FINAL_ANSWER;

  private final String word = name().toLowerCase(Locale.ROOT);

  @Override
  public String word() {
    return word;
  }
}
