package dev.parley.app.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody who mistyped a name may have meant. */
final class Nearest {

  private static final int MOST = 2;

  private Nearest() {}

  /** The known path that is most like this one, if any is. */
  static Optional<String> path(String wrong, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt((String path) -> score(wrong, path)).thenComparing(p -> p))
        .filter(path -> score(wrong, path) <= 2 * Math.max(MOST, last(wrong).length() / 3));
  }

  /** A slip in the last word counts twice, a wrong section once: it is forgotten more easily. */
  private static int score(String wrong, String known) {
    boolean samePlace = section(wrong).equals(section(known));
    return Math.min(
        2 * distance(wrong, known), 2 * distance(last(wrong), last(known)) + (samePlace ? 0 : 1));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String section(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** How many letters must be put in, left out, or changed (Levenshtein). */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[other.length()];
  }
}
