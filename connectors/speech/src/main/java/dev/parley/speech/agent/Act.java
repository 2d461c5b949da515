package dev.parley.speech.agent;

/** One part of a reply. */
public sealed interface Act {

  /** Tells a text: one or more whole sentences. */
  record Say(String text) implements Act {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Say[" + text.length() + " letters]";
    }
  }

  /**
   * Calls a tool.
   *
   * @param arguments a JSON text that the tool's schema accepts
   */
  record Call(String tool, String arguments) implements Act {
    /** Keeps the arguments out of logs. */
    @Override
    public String toString() {
      return "Call[" + tool + "]";
    }
  }
}
