package dev.parley.schema.spoken.slot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of a code by all that was heard of it, for a correction to begin with. Immutable.
 *
 * @param text the code; or what was heard of one that is not whole
 * @param isWhole whether it is a code
 * @param beliefs what was heard in each of its places; empty if it is not whole
 * @param rejected codes that were read back and were wrong
 */
public record CodeTrace(String text, boolean isWhole, List<Belief> beliefs, Set<String> rejected) {

  public CodeTrace {
    beliefs = List.copyOf(beliefs);
    rejected = Set.copyOf(rejected);
  }

  /**
   * Of a code that was understood.
   *
   * @param readings of the words it was understood from
   * @param isBeside words that may stand around a code
   * @param rejected what it is not
   */
  public static CodeTrace of(
      Codes codes,
      String code,
      List<SpelledWords> readings,
      Predicate<String> isBeside,
      Set<String> rejected) {
    return new CodeTrace(
        code, /* isWhole= */ true, new CodeEcho(codes, code).hear(readings, isBeside), rejected);
  }

  /** Of a code that was understood, nobody knows from what. */
  public static CodeTrace plain(String code, double confidence) {
    List<Belief> beliefs =
        code.toLowerCase(java.util.Locale.ROOT)
            .chars()
            .mapToObj(
                c ->
                    Character.isLetterOrDigit(c)
                        ? Belief.of(
                            List.of(new Belief.Share((char) c, 1, confidence, /* isTold= */ false)))
                        : Belief.NONE)
            .toList();
    return new CodeTrace(code, /* isWhole= */ true, beliefs, Set.of());
  }

  /** Of something that was too short or too long for a code. */
  public static CodeTrace fragment(String heard, Set<String> rejected) {
    return new CodeTrace(heard, /* isWhole= */ false, List.of(), rejected);
  }

  /** The caller says that it is wrong. */
  public CodeTrace refused() {
    return isWhole ? new CodeTrace(text, isWhole, beliefs, rejectedNow()) : this;
  }

  /** With what was heard now, the code that this makes likeliest in its place. */
  CodeTrace corrected(String better, List<Belief> heard) {
    return new CodeTrace(better, /* isWhole= */ true, sums(heard), rejectedNow());
  }

  List<Belief> sums(List<Belief> heard) {
    List<Belief> sums = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      sums.add(beliefs.get(i).plus(heard.get(i)));
    }
    return sums;
  }

  Set<String> rejectedNow() {
    Set<String> all = new HashSet<>(rejected);
    all.add(text);
    return all;
  }

  /** How doubtful the character in a place is, 0 to 1. */
  double doubt(int place) {
    double margin = beliefs.get(place).margin(Character.toLowerCase(text.charAt(place)));
    return 1 / (1 + Math.max(0, margin));
  }

  /** Keeps the code out of logs. */
  @Override
  public String toString() {
    return "CodeTrace[%d characters, whole %b]".formatted(text.length(), isWhole);
  }
}
