package dev.parley.speech.asr.effort;

import dev.parley.speech.asr.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * How probable it is that a word is right, and that a whole reading is right to the word: what a
 * recogniser says of itself, moved by how many passes say the same, on a logistic scale. A single
 * pass is taken at its word.
 *
 * <p>The constants are round numbers near a logistic fit to 239 utterances of 14 speakers (spelled
 * words, digits, commands; clean, over the telephone, with noise at 20 and 10 dB), at low, medium
 * and high effort. The whole readings that it calls 0.2 to 0.4, 0.4 to 0.6, 0.6 to 0.8, 0.8 to 0.9
 * and more are right in 28, 54, 80, 94 and 98 of 100 cases with PocketSphinx; with Sphinx4 the last
 * three are 90, 87 and 96. They are copies of 66 recordings, so they promise less than their number
 * says.
 */
final class Certainty {

  /** What the agreement of all passes moves: a half of them moves nothing. */
  private static final double PER_AGREEMENT = 2.5;

  /** What many passes move that are as sure of a word on the average as one would be. */
  private static final double PER_PASSES = 1.0;

  /** Probabilities below are all the same, and those as close to one. */
  private static final double LEAST = 0.001;

  /**
   * Of 244 such utterances 42 are heard with such posteriors in the first pass, 41 of them rightly,
   * and no further pass would have changed one.
   */
  private static final double BEYOND_DOUBT = 0.95;

  private Certainty() {}

  /** Whether a first pass is so sure of every word that more passes are in vain. */
  static boolean isBeyondDoubt(Transcript plain) {
    return !plain.words().isEmpty()
        && plain.words().stream().allMatch(word -> word.confidence() >= BEYOND_DOUBT);
  }

  /**
   * The readings in the order of their votes, and how sure one may be of their words.
   *
   * @param most at least 1
   * @return at least one, which is empty if no pass heard a word
   */
  static List<Transcript> rate(Ballot ballot, int most) {
    List<Transcript> rated =
        ballot.ranking().stream().limit(most).map(candidate -> rate(ballot, candidate)).toList();
    return rated.isEmpty() ? List.of(Transcript.EMPTY) : rated;
  }

  private static Transcript rate(Ballot ballot, Ballot.Candidate candidate) {
    double passes = ballot.passes();
    double[] support = ballot.support(candidate);
    List<Transcript.Word> words = new ArrayList<>();
    for (Transcript.Word word : candidate.transcript().words()) {
      double sure = ofWord(support[words.size()], passes);
      words.add(new Transcript.Word(word.text(), word.start(), word.end(), sure));
    }
    return new Transcript(
        words, ofReading(ballot.agreement(candidate), ballot.weakest(candidate), passes));
  }

  /**
   * That a word is right.
   *
   * @param support how sure the passes are of it on the average, 0 to 1
   * @param passes how many there were
   */
  static double ofWord(double support, double passes) {
    return moved(support, PER_PASSES * many(passes));
  }

  /**
   * That a whole reading is right to the word.
   *
   * @param agreement part of the passes that put the reading first, 0 to 1
   * @param weakest posterior of its least certain word, 0 to 1
   * @param passes how many there were; a single one agrees with itself, which tells nothing
   */
  static double ofReading(double agreement, double weakest, double passes) {
    return moved(weakest, PER_AGREEMENT * (agreement - 0.5) * many(passes));
  }

  /** 0 for a single pass, close to 1 for many. */
  private static double many(double passes) {
    return 1 - 1 / Math.max(1, passes);
  }

  private static double moved(double probability, double by) {
    double known = Math.clamp(probability, LEAST, 1 - LEAST);
    return 1 / (1 + (1 - known) / known * Math.exp(-by));
  }
}
