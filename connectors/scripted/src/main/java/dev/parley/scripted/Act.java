package dev.parley.scripted;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.tool.ToolSpec;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What becomes one part of a reply. Words are spoken, or written where the brief wants text; audio
 * can only be played.
 */
sealed interface Act {

  /** Tells a text, word for word. */
  record Tell(String text) implements Act {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Tell[" + text.length() + " chars]";
    }
  }

  /**
   * Tells filler sentences.
   *
   * @param length of speech exactly; of text, as many words as would be said in that time
   */
  record Fill(Duration length) implements Act {}

  /** Plays audio at the model's rate, asked for when the part begins. */
  record Play(Supplier<Samples> audio) implements Act {}

  /**
   * Calls a tool.
   *
   * @param arguments a whole JSON text
   */
  record Call(String tool, String arguments) implements Act {
    /** Keeps the arguments out of logs. */
    @Override
    public String toString() {
      return "Call[" + tool + "]";
    }
  }

  /** Calls a tool with the smallest arguments that it takes. */
  record CallBySchema(ToolSpec tool) implements Act {
    /** Keeps the client's schema out of logs. */
    @Override
    public String toString() {
      return "CallBySchema[" + tool.name() + "]";
    }
  }
}
