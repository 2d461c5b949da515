package dev.parley.benchmarks.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Words that were left out, put in or exchanged, against those that were said.
 *
 * @param errors how many, at the least
 * @param words how many were said
 */
public record WordErrors(int errors, int words) {

  static final WordErrors NONE = new WordErrors(0, 0);

  /** Compares without regard to case and punctuation. */
  static WordErrors of(String said, String heard) {
    List<String> reference = words(said);
    List<String> other = words(heard);
    int[] above = new int[other.size() + 1];
    Arrays.setAll(above, i -> i);
    for (int row = 1; row <= reference.size(); row++) {
      int[] here = new int[above.length];
      here[0] = row;
      for (int i = 1; i < here.length; i++) {
        int exchanged = above[i - 1] + (reference.get(row - 1).equals(other.get(i - 1)) ? 0 : 1);
        here[i] = Math.min(exchanged, 1 + Math.min(above[i], here[i - 1]));
      }
      above = here;
    }
    return new WordErrors(above[other.size()], reference.size());
  }

  /** Words in lower case, without marks of writing but those inside of them. */
  static List<String> words(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replace('\u2019', '\'')
            .replaceAll("[^\\p{L}\\p{M}\\p{N}' ]+", " ")
            .replaceAll("(?<![\\p{L}\\p{N}])'|'(?![\\p{L}\\p{N}])", " ")
            .strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split(" +"));
  }

  WordErrors and(WordErrors others) {
    return new WordErrors(errors + others.errors, words + others.words);
  }

  /** Errors a word; may be above 1, and is NaN if nothing was said. */
  public double rate() {
    return words == 0 ? Double.NaN : (double) errors / words;
  }
}
