package dev.parley.wire;

import dev.parley.wire.json.Choice;
import java.util.Locale;

/** How much a client may still ask for, and when it is as much as ever again. */
public record RateLimit(Of of, long limit, long remaining, double resetSeconds) {

  /** What is counted; clients know no others. */
  public enum Of implements Choice {
    REQUESTS,
    TOKENS;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
      return word;
    }
  }
}
