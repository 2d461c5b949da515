package dev.parley.wire.session;

import dev.parley.wire.json.Choice;
import java.util.Locale;
import java.util.OptionalInt;

/** How the server finds the end of the caller's turn; without any, the client commits. */
public sealed interface TurnDetection {

  /** A finished turn is answered. */
  boolean createResponse();

  /** A reply ends when the caller begins to speak. */
  boolean interruptResponse();

  /**
   * By silence.
   *
   * @param threshold how sure the detector must be of speech, 0 to 1
   * @param prefixPaddingMs audio before the onset that belongs to the turn
   * @param silenceDurationMs silence that ends the turn
   * @param idleTimeoutMs after this much silence of the caller the server speaks; empty: never
   */
  record ServerVad(
      double threshold,
      int prefixPaddingMs,
      int silenceDurationMs,
      OptionalInt idleTimeoutMs,
      boolean createResponse,
      boolean interruptResponse)
      implements TurnDetection {

    private static final ServerVad DEFAULTS =
        new ServerVad(
            /* threshold= */ 0.5,
            /* prefixPaddingMs= */ 300,
            /* silenceDurationMs= */ 500,
            /* idleTimeoutMs= */ OptionalInt.empty(),
            /* createResponse= */ true,
            /* interruptResponse= */ true);

    public static ServerVad defaults() {
      return DEFAULTS;
    }
  }

  /**
   * By what was said, too.
   *
   * @param eagerness how soon the server takes the turn when it is not sure
   */
  record SemanticVad(Eagerness eagerness, boolean createResponse, boolean interruptResponse)
      implements TurnDetection {

    private static final SemanticVad DEFAULTS =
        new SemanticVad(Eagerness.AUTO, /* createResponse= */ true, /* interruptResponse= */ true);

    public static SemanticVad defaults() {
      return DEFAULTS;
    }
  }

  enum Eagerness implements Choice {
    LOW,
    MEDIUM,
    HIGH,
    /** The same as medium. */
    AUTO;

    private final String word = name().toLowerCase(Locale.ROOT);

    @Override
    public String word() {
      return word;
    }
  }
}
