package dev.parley.wire.item;

import java.util.List;
import java.util.Optional;

/** What an item says, without its id and status. */
public sealed interface ItemBody {

  /**
   * Words of somebody.
   *
   * @param phase of an assistant's message, where the model tells
   */
  record Message(Role role, List<Content> content, Optional<Phase> phase) implements ItemBody {
    public Message {
      content = List.copyOf(content);
    }

    public Message(Role role, List<Content> content) {
      this(role, content, Optional.empty());
    }
  }

  /**
   * The model calls a tool.
   *
   * @param arguments a JSON text
   */
  record FunctionCall(String callId, String name, String arguments) implements ItemBody {
    @Override
    public String toString() {
      return "FunctionCall[%s, %s, %d characters]".formatted(callId, name, arguments.length());
    }
  }

  /** The client answers a call. */
  record FunctionCallOutput(String callId, String output) implements ItemBody {
    @Override
    public String toString() {
      return "FunctionCallOutput[%s, %d characters]".formatted(callId, output.length());
    }
  }
}
