package dev.parley.engine.script;

/** Lengths as models count them: a token is 50 ms of speech, or about four letters. */
final class Tokens {

  /** No limit. */
  static final long UNLIMITED = Long.MAX_VALUE;

  private static final int A_SECOND = 20;
  private static final int LETTERS = 4;

  private Tokens() {}

  /** How many samples so many tokens last. */
  static long samples(long tokens, int rate) {
    return tokens == UNLIMITED ? UNLIMITED : tokens * rate / A_SECOND;
  }

  /** How many letters so many tokens have. */
  static long letters(long tokens) {
    return tokens == UNLIMITED ? UNLIMITED : tokens * LETTERS;
  }

  /** The tokens of some speech; one that is begun counts. */
  static long ofSamples(long samples, int rate) {
    return Math.ceilDiv(samples * A_SECOND, (long) rate);
  }

  /** The tokens of some text; one that is begun counts. */
  static long ofLetters(long letters) {
    return Math.ceilDiv(letters, (long) LETTERS);
  }
}
