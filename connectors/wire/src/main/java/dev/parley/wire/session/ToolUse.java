package dev.parley.wire.session;

import java.util.List;

/**
 * The tools of a session and how they are used.
 *
 * @param parallel one response may call several
 */
public record ToolUse(List<Tool> tools, ToolChoice choice, boolean parallel) {

  private static final ToolUse NONE = new ToolUse(List.of(), ToolChoice.Mode.AUTO, true);

  public ToolUse {
    tools = List.copyOf(tools);
  }

  /** No tools; {@code auto} and parallel once there are some. */
  public static ToolUse none() {
    return NONE;
  }
}
