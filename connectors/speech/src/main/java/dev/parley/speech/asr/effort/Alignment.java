package dev.parley.speech.asr.effort;

import dev.parley.speech.asr.Transcript;
import java.util.List;

/**
 * Which words of one reading another pass heard too, at the same place. Pure.
 *
 * <p>Where the other pass heard something more between two words, it heard neither of them at that
 * place: a code with one character too few is as wrong as one with a wrong one.
 */
final class Alignment {

  private Alignment() {}

  /**
   * @param reading whose words are looked for
   * @param other where they are looked for
   * @return for each word of the reading, how sure the other is of it there; 0 if it is not
   */
  static double[] heard(List<Transcript.Word> reading, List<Transcript.Word> other) {
    int[][] steps = steps(reading, other);
    double[] sure = new double[reading.size()];
    boolean[] parted = new boolean[reading.size() + 1]; // before each word, and behind the last
    int i = reading.size();
    int j = other.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && steps[i][j] == steps[i - 1][j - 1] + price(reading, i, other, j)) {
        i--;
        j--;
        boolean same = reading.get(i).text().equals(other.get(j).text());
        sure[i] = same ? other.get(j).confidence() : 0;
      } else if (j > 0 && steps[i][j] == steps[i][j - 1] + 1) {
        j--;
        parted[i] = true;
      } else {
        i--;
      }
    }
    for (int word = 0; word < sure.length; word++) {
      if (parted[word] || parted[word + 1]) {
        sure[word] = 0;
      }
    }
    return sure;
  }

  /** The fewest changes between the beginnings of the two. */
  private static int[][] steps(List<Transcript.Word> reading, List<Transcript.Word> other) {
    int[][] steps = new int[reading.size() + 1][other.size() + 1];
    for (int i = 0; i <= reading.size(); i++) {
      for (int j = 0; j <= other.size(); j++) {
        if (i == 0 || j == 0) {
          steps[i][j] = i + j;
        } else {
          int changed = steps[i - 1][j - 1] + price(reading, i, other, j);
          steps[i][j] = Math.min(changed, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
        }
      }
    }
    return steps;
  }

  private static int price(
      List<Transcript.Word> reading, int i, List<Transcript.Word> other, int j) {
    return reading.get(i - 1).text().equals(other.get(j - 1).text()) ? 0 : 1;
  }
}
