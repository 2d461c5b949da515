package dev.parley.schema.spoken.slot;

import dev.parley.schema.pattern.Automaton;
import dev.parley.schema.spoken.model.Net;
import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import java.util.ArrayList;
import java.util.List;

/**
 * Codes that are spelled: "r dash six two zero a" is "R-620A". The pattern decides what a word
 * stands for, and puts in the dashes that nobody says.
 *
 * @param least how many characters it has at the least
 * @param most and at the most
 */
public record Codes(Automaton pattern, int least, int most) implements Slot {

  /** How many ends of a code are offered where it may end at several words. */
  private static final int MOST_ENDS = 4;

  @Override
  public List<Found> read(List<String> words, int from) {
    if (Spelling.meanings(words.get(from)).isEmpty() && !isRepeat(words.get(from))) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    double glue = CodeBeam.startsLikeAWord(words.get(from)) ? 0.5 : 1;
    for (CodeBeam.Guess guess : new CodeBeam(this, words, from).whole().reversed()) {
      if (found.size() < MOST_ENDS) {
        found.add(
            new Found(
                from,
                guess.at(),
                Json.text(guess.text()),
                Spelling.readBack(guess.text()),
                guess.fit() * glue,
                guess.narrow(),
                true));
      }
    }
    return found;
  }

  /** Every code that all of these words may spell, the likeliest first. */
  public List<String> spelled(List<String> words) {
    return words.isEmpty()
        ? List.of()
        : new CodeBeam(this, words, 0)
            .at(words.size()).stream().filter(this::isWhole).map(CodeBeam.Guess::text).toList();
  }

  /** Whether a text is such a code. */
  public boolean accepts(String text) {
    return text.length() >= least && text.length() <= most && pattern.matches(text);
  }

  @Override
  public boolean isOpen(List<String> words) {
    for (int from = 0; from < words.size(); from++) {
      if (Spelling.meanings(words.get(from)).isEmpty()) {
        continue;
      }
      List<CodeBeam.Guess> last = new CodeBeam(this, words, from).at(words.size());
      if (!last.isEmpty()) {
        boolean tens = NumberWords.isTens(words.getLast());
        return last.stream().noneMatch(guess -> isWhole(guess) && !(tens && goesOn(guess)));
      }
    }
    return false;
  }

  @Override
  public Net net() {
    return new CodeNet(this, CodeNet.SELDOM_TOLD_APART).net();
  }

  /** How it is said so that nobody can mistake it: "romeo dash six two zero alpha". */
  public Net toldApart() {
    return new CodeNet(this, CodeNet.MOSTLY_TOLD_APART).net();
  }

  boolean isWhole(CodeBeam.Guess guess) {
    return guess.text().length() >= least && pattern.accepts(guess.state());
  }

  /** Whether a digit may follow. */
  private boolean goesOn(CodeBeam.Guess guess) {
    return guess.text().length() < most && !pattern.step(guess.state(), '1').isEmpty();
  }

  private static boolean isRepeat(String word) {
    return word.equals("double") || word.equals("triple");
  }
}
