package dev.parley.schema.spoken;

import java.util.List;

/**
 * What a recogniser understood.
 *
 * @param words in order, lower case, without fillers
 * @param confidence how sure the recogniser is of the whole, 0 to 1
 */
public record Heard(List<Word> words, double confidence) {

  /**
   * @param text lower case; a spelled letter is one letter
   * @param confidence 0 to 1
   */
  public record Word(String text, double confidence) {}

  public Heard {
    words = List.copyOf(words);
  }

  /** Words that are certain, separated by blanks: as somebody has typed them. */
  public static Heard typed(String text) {
    return new Heard(
        text.isBlank()
            ? List.of()
            : List.of(text.strip().split("\\s+")).stream().map(word -> new Word(word, 1)).toList(),
        1);
  }

  /** The words, separated by blanks. */
  public String text() {
    return String.join(" ", words.stream().map(Word::text).toList());
  }

  /** Keeps the words out of logs. */
  @Override
  public String toString() {
    return "Heard[%d words]".formatted(words.size());
  }
}
