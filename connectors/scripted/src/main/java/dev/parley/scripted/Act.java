package dev.parley.scripted;

import dev.parley.engine.frame.Samples;
import java.time.Duration;
import java.util.function.Supplier;

/** What a reply does once it has been thought about. */
sealed interface Act {

  /** Says a text, word for word. */
  record Speak(String text) implements Act {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Speak[" + text.length() + " chars]";
    }
  }

  /** Says filler sentences for exactly this long. */
  record SpeakFor(Duration length) implements Act {}

  /** Plays audio at the model's rate, asked for when the thinking is over. */
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
}
