package dev.parley.speech.asr.sphinx4;

import dev.parley.speech.asr.Beam;

/**
 * How Sphinx4 searches. The weights are the library's own but for the language's, 10 in place of 8:
 * on spelled names and digits all between 8 and 13 did the same, give or take chance. The normal
 * beams cost less than half of the wide ones there, and understood as much.
 *
 * @param relativeBeam a hypothesis that is less likely than the best by this factor is dropped
 * @param absoluteBeam how many hypotheses are kept at most
 * @param relativeWordBeam as relativeBeam, where a word ends
 * @param absoluteWordBeam as absoluteBeam, where a word ends
 * @param languageWeight how much the language model counts against the sound
 * @param wordInsertion the probability that pays for one word more
 * @param silenceInsertion the probability that pays for a silence
 * @param fillerInsertion the probability that pays for a noise
 */
record SearchSettings(
    double relativeBeam,
    int absoluteBeam,
    double relativeWordBeam,
    int absoluteWordBeam,
    double languageWeight,
    double wordInsertion,
    double silenceInsertion,
    double fillerInsertion) {

  SearchSettings {
    requireProbability("relativeBeam", relativeBeam);
    requireProbability("relativeWordBeam", relativeWordBeam);
    requireProbability("wordInsertion", wordInsertion);
    requireProbability("silenceInsertion", silenceInsertion);
    requireProbability("fillerInsertion", fillerInsertion);
    if (absoluteBeam < 1 || absoluteWordBeam < 1) {
      throw new IllegalArgumentException("beams must keep 1 hypothesis or more");
    }
    if (!(languageWeight > 0)) {
      throw new IllegalArgumentException("languageWeight must be above 0, got " + languageWeight);
    }
  }

  static SearchSettings defaults() {
    return new SearchSettings(1e-50, 1200, 1e-40, 30, 10, 0.1, 0.1, 0.01);
  }

  static SearchSettings of(Beam beam) {
    return switch (beam) {
      case NARROW -> defaults().withBeams(1e-40, 500, 1e-30, 15);
      case NORMAL -> defaults();
      case WIDE -> defaults().withBeams(1e-60, 3000, 1e-40, 60);
    };
  }

  /** The part that is built into a network: beams are not. */
  SearchSettings network() {
    SearchSettings usual = defaults();
    return withBeams(
        usual.relativeBeam, usual.absoluteBeam, usual.relativeWordBeam, usual.absoluteWordBeam);
  }

  SearchSettings withBeams(double relative, int absolute, double relativeWord, int absoluteWord) {
    return new SearchSettings(
        relative,
        absolute,
        relativeWord,
        absoluteWord,
        languageWeight,
        wordInsertion,
        silenceInsertion,
        fillerInsertion);
  }

  SearchSettings withWeights(double language, double word, double silence, double filler) {
    return new SearchSettings(
        relativeBeam,
        absoluteBeam,
        relativeWordBeam,
        absoluteWordBeam,
        language,
        word,
        silence,
        filler);
  }

  private static void requireProbability(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be above 0 and at most 1, got " + value);
    }
  }
}
