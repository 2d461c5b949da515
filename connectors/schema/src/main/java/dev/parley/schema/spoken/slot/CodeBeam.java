package dev.parley.schema.spoken.slot;

import dev.parley.schema.spoken.words.Confusion;
import dev.parley.schema.spoken.words.Control;
import dev.parley.schema.spoken.words.NumberWords;
import dev.parley.schema.spoken.words.Spelling;
import dev.parley.schema.spoken.words.Spelling.Meaning;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows all that words may spell through a pattern, and keeps the best few at each word. Belongs
 * to one thread.
 */
final class CodeBeam {

  private static final int WIDTH = 16;

  /** What a guess costs, as a factor. */
  private static final double DASH_PUT_IN = 0.99;

  private static final double DASH_LEFT_OUT = 0.9;
  private static final double OTHER_KIND = 0.45;
  private static final double WORD_LEFT_OUT = 0.3;
  private static final double ARTICLE_LEFT_OUT = 0.9;
  private static final double HOPELESS = 0.05;
  private static final double LESS_LIKELY_O = 0.97;

  private static final Set<String> FREE =
      Set.of("capital", "letter", "digit", "uh", "um", "er", "then", "uppercase");
  private static final Set<String> EXPLAINS = Set.of("for", "like");

  private final Codes codes;
  private final List<String> words;
  private final int from;
  private final List<Map<String, Guess>> reached = new ArrayList<>();

  /**
   * A code in the making.
   *
   * @param at behind the last word that was read
   */
  record Guess(String text, BitSet state, double fit, int at, int choices) {
    double narrow() {
      double each = (double) choices / Math.max(1, text.length());
      return Math.clamp(1 - Math.log(Math.max(1, each)) / Math.log(72), 0, 1);
    }
  }

  CodeBeam(Codes codes, List<String> words, int from) {
    this.codes = codes;
    this.words = words;
    this.from = from;
    for (int i = 0; i <= words.size(); i++) {
      reached.add(new LinkedHashMap<>());
    }
    keep(new Guess("", codes.pattern().start(), 1, from, 0));
    for (int at = from; at < words.size(); at++) {
      for (Guess guess : at(at)) {
        extend(guess);
      }
    }
  }

  /** Whether a code seldom begins with this word, for it is mostly something else. */
  static boolean startsLikeAWord(String word) {
    return word.length() > 1
        && Control.isGlue(word)
        && (NumberWords.isSoundAlike(word) || !Spelling.meanings(word).isEmpty());
  }

  /** The best guesses that have read all words up to here, the likeliest first. */
  List<Guess> at(int word) {
    return reached.get(word).values().stream()
        .sorted(Comparator.comparingDouble(Guess::fit).reversed())
        .limit(WIDTH)
        .toList();
  }

  /** The best whole code at each word where one may end. */
  List<Guess> whole() {
    List<Guess> found = new ArrayList<>();
    for (int i = from + 1; i <= words.size(); i++) {
      at(i).stream().filter(codes::isWhole).findFirst().ifPresent(found::add);
    }
    return found;
  }

  private void extend(Guess guess) {
    String word = words.get(guess.at());
    if (FREE.contains(word)) {
      keep(moved(guess, 1, 1));
    }
    int times = word.equals("double") ? 2 : word.equals("triple") ? 3 : 1;
    if (times > 1) {
      for (Meaning meaning : meaningsAt(guess.at() + 1)) {
        if (meaning.text().length() == 1) {
          boolean doubleU = times == 2 && meaning.text().equals("u");
          write(guess, meaning.text().repeat(times), doubleU ? 0.7 : meaning.fit(), 2);
        }
      }
      if (times == 2
          && guess.at() + 1 < words.size()
          && Spelling.isDoubleU(word, words.get(guess.at() + 1))) {
        write(guess, "w", 0.98, 2);
      }
      return;
    }
    if (NumberWords.isTens(word)) {
      for (Meaning unit : meaningsAt(guess.at() + 1)) {
        if (unit.text().matches("[1-9]")) {
          String tens = Integer.toString(NumberWords.TENS.indexOf(word) + 2);
          write(guess, tens + unit.text(), 0.99 * unit.fit(), 2);
        }
      }
    }
    if (!guess.text().isEmpty() && (word.equals("hundred") || word.equals("thousand"))) {
      write(guess, word.equals("hundred") ? "00" : "000", 0.95, 1);
    }
    List<Meaning> meanings = Spelling.meanings(word);
    for (Meaning meaning : meanings) {
      boolean went = write(guess, meaning.text(), fit(guess, word, meaning), 1);
      if (!went && meaning.text().length() == 1) {
        guessAround(guess, meaning.text().charAt(0));
      }
    }
    if (!meanings.isEmpty() && !guess.text().isEmpty()) {
      // a breath before a vowel is easily taken for an "a"
      keep(moved(guess, 1, word.equals("a") ? ARTICLE_LEFT_OUT : WORD_LEFT_OUT));
    }
  }

  /** The pattern has no place for this character: it was another, or is not written. */
  private void guessAround(Guess guess, char heard) {
    if (!Character.isLetterOrDigit(heard) && !guess.text().isEmpty()) {
      keep(moved(guess, 1, DASH_LEFT_OUT));
      return;
    }
    for (int i = 0; i < Confusion.otherKind(heard).length(); i++) {
      char other = Confusion.otherKind(heard).charAt(i);
      write(guess, String.valueOf(other), OTHER_KIND, 1);
    }
  }

  /** "Oh" and "o" sound the same: what stands before tells a digit from a letter. */
  private double fit(Guess guess, String word, Meaning meaning) {
    if (!word.equals("o") && !word.equals("oh")) {
      return meaning.fit();
    }
    if (append(guess, 'o').isEmpty() || append(guess, '0').isEmpty()) {
      return 1; // the pattern leaves no choice
    }
    boolean digit = meaning.text().equals("0");
    boolean likely =
        guess.text().isEmpty()
            ? digit == word.equals("oh")
            : digit == Character.isDigit(guess.text().charAt(guess.text().length() - 1));
    return likely ? 1 : LESS_LIKELY_O;
  }

  private boolean write(Guess guess, String characters, double fit, int wordCount) {
    List<Guess> open = List.of(guess);
    for (int i = 0; i < characters.length(); i++) {
      char character = characters.charAt(i);
      open = open.stream().flatMap(each -> append(each, character).stream()).toList();
    }
    int end = explained(guess.at() + wordCount, characters);
    for (Guess each : open) {
      keep(new Guess(each.text(), each.state(), each.fit() * fit, end, each.choices()));
    }
    return !open.isEmpty();
  }

  private List<Guess> append(Guess guess, char character) {
    List<Guess> found = new ArrayList<>();
    appendAs(guess, character, 1, found);
    if (!found.isEmpty()) {
      return found;
    }
    BitSet next = codes.pattern().next(guess.state());
    for (int sign = next.nextSetBit(0); sign >= 0; sign = next.nextSetBit(sign + 1)) {
      if (!Character.isLetterOrDigit(sign)) {
        BitSet behind = codes.pattern().step(guess.state(), (char) sign);
        Guess with =
            new Guess(guess.text() + (char) sign, behind, guess.fit(), 0, guess.choices() + 1);
        appendAs(with, character, DASH_PUT_IN, found);
      }
    }
    return found;
  }

  private void appendAs(Guess guess, char character, double fit, List<Guess> found) {
    int choices = guess.choices() + codes.pattern().next(guess.state()).cardinality();
    for (char as : forms(character)) {
      BitSet state = codes.pattern().step(guess.state(), as);
      boolean fits =
          !state.isEmpty()
              && guess.text().length() < codes.most()
              && guess.text().length() + 1 + codes.pattern().missing(state) <= codes.most();
      if (fits) {
        found.add(new Guess(guess.text() + as, state, guess.fit() * fit, 0, choices));
        return;
      }
    }
  }

  private static char[] forms(char character) {
    char upper = Character.toUpperCase(character);
    return upper == character ? new char[] {character} : new char[] {upper, character};
  }

  /** Behind "b as in bravo", where the letter was told apart by a word. */
  private int explained(int at, String characters) {
    int word =
        at + 1 < words.size() && EXPLAINS.contains(words.get(at))
            ? at + 1
            : at + 2 < words.size() && words.subList(at, at + 2).equals(List.of("as", "in"))
                ? at + 2
                : -1;
    boolean tells =
        word > 0
            && characters.length() == 1
            && words.get(word).length() > 1
            && words.get(word).startsWith(characters);
    return tells ? word + 1 : at;
  }

  private List<Meaning> meaningsAt(int at) {
    return at < words.size() ? Spelling.meanings(words.get(at)) : List.of();
  }

  private static Guess moved(Guess guess, int wordCount, double fit) {
    return new Guess(
        guess.text(), guess.state(), guess.fit() * fit, guess.at() + wordCount, guess.choices());
  }

  private void keep(Guess guess) {
    if (guess.fit() < HOPELESS) {
      return;
    }
    reached
        .get(guess.at())
        .merge(guess.text(), guess, (old, fresh) -> fresh.fit() > old.fit() ? fresh : old);
  }
}
