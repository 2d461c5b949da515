package dev.parley.engine.conversation;

import dev.parley.engine.tool.ToolSpec;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of one reply; where empty, the session's own setting holds.
 *
 * @param instructions for this reply only
 * @param effort how hard to think
 * @param tools the tools it may call
 */
public record ReplySpec(
    Optional<String> instructions, Optional<Effort> effort, Optional<List<ToolSpec>> tools) {

  private static final ReplySpec DEFAULT =
      new ReplySpec(Optional.empty(), Optional.empty(), Optional.empty());

  /** As the session says. */
  public static ReplySpec asConfigured() {
    return DEFAULT;
  }

  public ReplySpec withInstructions(String text) {
    return new ReplySpec(Optional.of(text), effort, tools);
  }

  public ReplySpec withEffort(Effort level) {
    return new ReplySpec(instructions, Optional.of(level), tools);
  }
}
