package dev.parley.scripted;

import dev.parley.engine.tool.ToolSpec;

/** Work for a part of a reply that takes long, and is therefore done on another thread. */
sealed interface Errand {

  /** A voice shall speak this phrase. */
  record Speak(SpokenPart part, String phrase) implements Errand {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Speak[" + phrase.length() + " chars]";
    }
  }

  /** Arguments shall be found that this tool takes. */
  record FindArguments(CallPart part, ToolSpec tool) implements Errand {
    /** Keeps the client's schema out of logs. */
    @Override
    public String toString() {
      return "FindArguments[" + tool.name() + "]";
    }
  }
}
