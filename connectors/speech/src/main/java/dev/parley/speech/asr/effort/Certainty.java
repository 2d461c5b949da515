package dev.parley.speech.asr.effort;

import dev.parley.speech.asr.Transcript;
import java.util.List;

/**
 * How probable it is that a reading is right to the word: a logistic curve over how many passes
 * agree and over the word they are least sure of.
 *
 * <p>Where the constants come from: a fit to 66 recordings of 14 speakers (spelled words, digits,
 * commands; 16 kHz and telephone), once for each step of effort up to high, each being right or
 * wrong. Asked whether the arguments are right, one half of the speakers gives 1.7, 4.5 and 1.6,
 * the other 1.7, 4.2 and 2.6; the weight of agreement stays lower, because views of one recording
 * err alike. With PocketSphinx all that were surer than 0.85 were right: 25 of 66 at high effort,
 * 22 at medium, 14 at low. So few recordings promise no more than that 0.85 is a good place to
 * begin. Sphinx4 is sure too easily: 26 of 31 at medium.
 */
final class Certainty {

  private static final double BASE = 1.75;
  private static final double PER_AGREEMENT = 2.5;
  private static final double PER_WEAKEST = 2.0;

  /** Posteriors below are all the same: nobody knows. */
  private static final double LEAST = 0.001;

  /**
   * Of 66 recordings 17 are heard with such posteriors in the first pass. All are right, and no
   * further pass changes one of them; those of 0.8 to 0.9 are not all right.
   */
  private static final double BEYOND_DOUBT = 0.95;

  private Certainty() {}

  /** Whether a first pass is so sure of every word that more passes are in vain. */
  static boolean isBeyondDoubt(Transcript plain) {
    return !plain.words().isEmpty()
        && plain.words().stream().allMatch(word -> word.confidence() >= BEYOND_DOUBT);
  }

  /**
   * The readings in the order of their votes.
   *
   * @param most at least 1
   * @return at least one, which is empty if no pass heard a word
   */
  static List<Transcript> rate(Ballot ballot, int most) {
    List<Transcript> rated =
        ballot.ranking().stream()
            .limit(most)
            .map(
                candidate ->
                    new Transcript(
                        candidate.transcript().words(),
                        of(
                            ballot.agreement(candidate),
                            ballot.weakest(candidate),
                            ballot.passes())))
            .toList();
    return rated.isEmpty() ? List.of(Transcript.EMPTY) : rated;
  }

  /**
   * The curve.
   *
   * @param agreement part of the passes that put the reading first, 0 to 1
   * @param weakest posterior of its least certain word, 0 to 1
   * @param passes how many there were; a single one agrees with itself, which tells nothing
   */
  static double of(double agreement, double weakest, double passes) {
    double told = (agreement - 0.5) * (1 - 1 / Math.max(1, passes));
    double x = BASE + PER_AGREEMENT * told + PER_WEAKEST * Math.log(Math.max(LEAST, weakest));
    return 1 / (1 + Math.exp(-x));
  }
}
