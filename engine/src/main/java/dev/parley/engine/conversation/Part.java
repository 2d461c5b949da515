package dev.parley.engine.conversation;

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
   */
  record Speech(String text, long samples, int rate) implements Part {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Speech[%d chars, %d samples at %d Hz]".formatted(text.length(), samples, rate);
    }
  }
}
