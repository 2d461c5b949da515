package dev.parley.conformance.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads along on one connection and says in sentences where the server breaks the contract's
 * orders.
 *
 * <p>Frames are given in the order in which they went over the wire, those of the client before the
 * server can have read them. Not for several threads at once.
 */
public final class OrderChecker {

  private final List<Rule> rules =
      List.of(
          new SessionRule(),
          new EventIdRule(),
          new ErrorRule(),
          new ConversationRule(),
          new ItemRule(),
          new SpeechRule(),
          new TranscriptionRule(),
          new AskedRule(),
          new ResponseRule(),
          new UsageRule(),
          new CutRule());
  private final List<String> violations = new ArrayList<>();
  private int frames;

  /** What the client sends; a missing node stands for a frame that is not JSON. */
  public void client(JsonNode event) {
    frames++;
    rules.forEach(rule -> rule.client(event));
  }

  /** What the server sends. */
  public void server(JsonNode event) {
    String where = "frame %d, %s: ".formatted(++frames, Rule.type(event));
    rules.forEach(rule -> rule.server(event, sentence -> violations.add(where + sentence)));
  }

  /** What is wrong so far, in the order in which it came to light. */
  public List<String> violations() {
    return List.copyOf(violations);
  }
}
