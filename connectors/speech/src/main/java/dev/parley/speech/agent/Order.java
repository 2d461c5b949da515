package dev.parley.speech.agent;

import dev.parley.schema.spoken.Draft;
import java.util.Map;

/**
 * A call that is complete.
 *
 * @param draft as it was understood
 * @param arguments the JSON text that is sent
 * @param isAgreed whether the caller was asked and said yes
 */
record Order(Draft draft, String arguments, boolean isAgreed) {

  /** A call that somebody else made. */
  static Order foreign(String tool) {
    return new Order(new Draft(tool, Map.of()), "{}", /* isAgreed= */ false);
  }

  String tool() {
    return draft.tool();
  }

  Order agreed() {
    return new Order(draft, arguments, /* isAgreed= */ true);
  }

  boolean asksSameAs(Order other) {
    return tool().equals(other.tool()) && arguments.equals(other.arguments);
  }

  /** Keeps the arguments out of logs. */
  @Override
  public String toString() {
    return "Order[" + tool() + "]";
  }
}
