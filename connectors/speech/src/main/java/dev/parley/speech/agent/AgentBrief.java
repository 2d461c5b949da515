package dev.parley.speech.agent;

import dev.parley.engine.conversation.ToolChoice;
import dev.parley.schema.spoken.Understanding;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link Agent} is told to be.
 *
 * @param instructions any text. Lines of the forms that {@link Agent} names are obeyed, all else is
 *     for cleverer models
 * @param tools what the tools mean
 * @param toolNames the tools that it may call, all of them known to {@code tools}
 * @param choice whether it may, must or must not call them
 */
public record AgentBrief(
    String instructions, Understanding tools, List<String> toolNames, ToolChoice choice) {

  public AgentBrief {
    toolNames = List.copyOf(toolNames);
  }

  /** Whether there is this tool, even if it must not be called now. */
  boolean has(String tool) {
    return toolNames.contains(tool);
  }

  /** Whether this tool may be called now. */
  boolean allows(String tool) {
    return has(tool)
        && switch (choice) {
          case ToolChoice.Auto auto -> true;
          case ToolChoice.Required required -> true;
          case ToolChoice.None none -> false;
          case ToolChoice.Named(String name) -> name.equals(tool);
        };
  }

  /** The tool that has to be called whatever was said, if it is clear which. */
  Optional<String> forced() {
    return switch (choice) {
      case ToolChoice.Named(String name) -> Optional.of(name).filter(this::has);
      case ToolChoice.Required required when toolNames.size() == 1 ->
          Optional.of(toolNames.getFirst());
      case ToolChoice.Required required -> Optional.empty();
      case ToolChoice.Auto auto -> Optional.empty();
      case ToolChoice.None none -> Optional.empty();
    };
  }

  /** Keeps the instructions out of logs. */
  @Override
  public String toString() {
    return "AgentBrief[%d letters, %d tools]".formatted(instructions.length(), toolNames.size());
  }
}
