package dev.parley.engine.conversation;

import java.util.List;

/** One entry of a conversation's memory. */
public sealed interface Item {

  /** Unique within the session. */
  String id();

  /** Who is speaking. */
  enum Role {
    SYSTEM,
    CALLER,
    AGENT
  }

  /** Something said or written. */
  record Message(String id, Role role, List<Part> parts) implements Item {
    public Message {
      parts = List.copyOf(parts);
    }
  }

  /** The model wants a tool's answer. */
  record ToolCall(String id, String callId, String name, String arguments) implements Item {
    /** Keeps the arguments out of logs. */
    @Override
    public String toString() {
      return "ToolCall[" + id + ", " + callId + ", " + name + "]";
    }
  }

  /** A tool's answer. */
  record ToolResult(String id, String callId, String output) implements Item {
    /** Keeps the output out of logs. */
    @Override
    public String toString() {
      return "ToolResult[" + id + ", " + callId + "]";
    }
  }
}
