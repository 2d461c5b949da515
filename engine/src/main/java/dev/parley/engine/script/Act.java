package dev.parley.engine.script;

import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * What becomes one part of a reply. Words are spoken, or written where the brief wants text; audio
 * can only be played.
 */
public sealed interface Act {

  /**
   * Tells a text, word for word.
   *
   * @param how it is spoken, where it is
   */
  record Tell(String text, Delivery how) implements Act {

    /** As the voice speaks of itself. */
    public Tell(String text) {
      this(text, Delivery.plain());
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Tell[" + text.length() + " chars]";
    }
  }

  /**
   * Tells sentences over and over, for a set time.
   *
   * @param length of speech exactly; of text, as many words as would be said in that time
   * @param sentences at least one
   */
  record Fill(Duration length, List<String> sentences) implements Act {

    public Fill {
      if (sentences.isEmpty()) {
        throw new IllegalArgumentException("sentences must not be empty");
      }
      sentences = List.copyOf(sentences);
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Fill[" + length + "]";
    }
  }

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

  /**
   * Calls a tool with arguments that take long to find.
   *
   * @param arguments finds a whole JSON text, on another thread; if it throws, the reply fails
   */
  record CallLater(String tool, Callable<String> arguments) implements Act {}
}
