package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** How long a recogniser may wait for more speech: later is more accurate. */
public enum Delay implements Choice {
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
