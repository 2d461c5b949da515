package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;
import java.util.OptionalInt;

/** What happens when a conversation outgrows the model's context. */
public sealed interface Truncation {

  enum Mode implements Truncation, Choice {
    /** The oldest items are left out. */
    AUTO,
    /** The response fails. */
    DISABLED;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
      return word;
    }
  }

  /**
   * So much is left out that this part remains; larger steps keep the model's cache longer.
   *
   * @param ratio 0 to 1
   * @param postInstructions tokens that may follow the instructions; empty: the model's limit
   */
  record RetentionRatio(double ratio, OptionalInt postInstructions) implements Truncation {}
}
