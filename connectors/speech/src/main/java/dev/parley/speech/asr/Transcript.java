package dev.parley.speech.asr;

import java.util.List;

/**
 * What was said, as far as a recogniser can tell.
 *
 * @param words in order, lower case, without silences and fillers
 * @param confidence of the whole, 0 to 1
 */
public record Transcript(List<Word> words, double confidence) {

  /** Nothing was said, or nothing understood. */
  public static final Transcript EMPTY = new Transcript(List.of(), 0);

  /**
   * @param start its first sample, counted from the utterance's begin at the recogniser's rate
   * @param end behind its last sample
   * @param confidence 0 to 1; 1 where the recogniser tells none
   */
  public record Word(String text, long start, long end, double confidence) {
    /** Keeps the word out of logs. */
    @Override
    public String toString() {
      return "Word[%d-%d]".formatted(start, end);
    }
  }

  public Transcript {
    words = List.copyOf(words);
  }

  /** The words, separated by blanks. */
  public String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  /** Keeps the words out of logs. */
  @Override
  public String toString() {
    return "Transcript[%d words]".formatted(words.size());
  }
}
