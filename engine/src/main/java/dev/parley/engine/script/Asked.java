package dev.parley.engine.script;

import dev.parley.engine.conversation.Brief;
import dev.parley.engine.conversation.Item;
import dev.parley.engine.conversation.ReplySpec;
import dev.parley.engine.frame.Epoch;

/**
 * What is asked of a script: a reply, and the brief that holds for it from its beginning to its
 * end.
 *
 * @param session the session's brief at that moment
 */
public record Asked(Epoch epoch, ReplySpec spec, Brief session) {

  /** What the model is told for this reply. */
  public Brief brief() {
    return spec.own().orElse(session);
  }

  /** Whether it belongs to the conversation, and is not made beside it. */
  public boolean isInConversation() {
    return epoch.lane() == Epoch.Lane.MAIN;
  }

  /** Whether what it shall answer ends with what a tool said. */
  public boolean answersATool() {
    return spec.input()
        .filter(items -> !items.isEmpty() && items.getLast() instanceof Item.ToolResult)
        .isPresent();
  }
}
