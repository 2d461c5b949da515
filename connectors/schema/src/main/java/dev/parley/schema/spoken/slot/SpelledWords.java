package dev.parley.schema.spoken.slot;

import java.util.Collections;
import java.util.List;

/**
 * Words of one reading of what was said.
 *
 * @param words in lower case
 * @param confidences of each, 0 to 1
 * @param weight how much this reading counts against others of the same utterance, above 0
 */
public record SpelledWords(List<String> words, List<Double> confidences, double weight) {

  public SpelledWords {
    words = List.copyOf(words);
    confidences = List.copyOf(confidences);
    if (words.size() != confidences.size()) {
      throw new IllegalArgumentException(
          "%d words must have as many confidences, got %d"
              .formatted(words.size(), confidences.size()));
    }
  }

  /** Words that are certain. */
  public static SpelledWords certain(List<String> words) {
    return new SpelledWords(words, Collections.nCopies(words.size(), 1.0), 1);
  }

  int count() {
    return words.size();
  }

  /** Empty behind the last one. */
  String word(int at) {
    return at < words.size() ? words.get(at) : "";
  }

  double confidence(int at) {
    return confidences.get(at);
  }

  /** Those from one word up to another. */
  SpelledWords part(int from, int to) {
    return new SpelledWords(words.subList(from, to), confidences.subList(from, to), weight);
  }

  /** Keeps the words out of logs. */
  @Override
  public String toString() {
    return "SpelledWords[%d]".formatted(words.size());
  }
}
