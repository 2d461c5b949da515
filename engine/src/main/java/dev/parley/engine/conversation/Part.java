package dev.parley.engine.conversation;

import dev.parley.engine.frame.Samples;
import java.util.List;

/** A part of a message. */
public sealed interface Part {

  /** The words of this part; empty where they are not known. */
  String text();

  /** Written text. */
  record Text(String text) implements Part {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Text[" + text.length() + " chars]";
    }
  }

  /**
   * Speech.
   *
   * @param text its transcript
   * @param samples how much of it there is; for a reply that was cut, how much was heard
   * @param rate samples a second
   * @param audio the speech itself, piece by piece, for a model that has not heard it; empty where
   *     it has, or where it is kept no more
   */
  record Speech(String text, long samples, int rate, List<Samples> audio) implements Part {

    public Speech {
      audio = List.copyOf(audio);
    }

    /** Speech that the model has heard, or made, itself. */
    public Speech(String text, long samples, int rate) {
      this(text, samples, rate, List.of());
    }

    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Speech[%d chars, %d samples at %d Hz]".formatted(text.length(), samples, rate);
    }
  }
}
