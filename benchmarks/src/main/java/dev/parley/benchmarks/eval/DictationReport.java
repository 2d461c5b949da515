package dev.parley.benchmarks.eval;

import java.util.Map;
import java.util.TreeMap;

/**
 * How well sentences are taken down whose words nobody knows before.
 *
 * @param recogniser who listened
 * @param languages by their codes
 */
public record DictationReport(String recogniser, Map<String, Language> languages) {

  /**
   * @param recordings how many there were
   * @param isRecognised false if the recogniser does not know the language: nothing was taken down
   * @param errors all words, if it does not
   */
  public record Language(int recordings, boolean isRecognised, WordErrors errors) {
    Language and(Language other) {
      return new Language(recordings + other.recordings, isRecognised, errors.and(other.errors));
    }
  }

  public DictationReport {
    languages = java.util.Collections.unmodifiableMap(new TreeMap<>(languages));
  }
}
