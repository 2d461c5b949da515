package dev.parley.speech.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text where a sentence is so long that its analysis would keep the listener waiting: a
 * synthesiser thinks a sentence through before its first sound. Texts with sentences of usual
 * length stay in one piece.
 */
public final class Breaths {

  private static final int MOST_WORDS = 35;
  private static final int FEWEST_WORDS = 8;
  private static final int MOST_LETTERS = 400;

  private final String text;
  private final List<String> breaths = new ArrayList<>();
  private int begin; // of this breath
  private int words; // since the last end of a sentence, or cut
  private int letters; // of this word
  private int comma; // where this sentence could be cut best; 0 if nowhere
  private int wordsAtComma;

  private Breaths(String text) {
    this.text = text;
  }

  /** The pieces; put together they are the text. */
  public static List<String> of(String text) {
    return new Breaths(text).cut();
  }

  private List<String> cut() {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        if (letters > 0) {
          wordEnds(i);
        }
        letters = 0;
      } else if (++letters >= MOST_LETTERS && !Character.isHighSurrogate(text.charAt(i))) {
        cutAt(i + 1);
      }
    }
    if (begin < text.length()) {
      breaths.add(text.substring(begin));
    }
    return breaths;
  }

  private void wordEnds(int end) {
    words++;
    char last = text.charAt(end - 1);
    if (".!?".indexOf(last) >= 0) {
      words = 0;
      comma = 0;
    } else if (",;:".indexOf(last) >= 0 && words >= FEWEST_WORDS) {
      comma = end;
      wordsAtComma = words;
    }
    if (words >= MOST_WORDS) {
      int left = comma > 0 ? words - wordsAtComma : 0;
      cutAt(comma > 0 ? comma : end);
      words = left;
    }
  }

  private void cutAt(int end) {
    breaths.add(text.substring(begin, end));
    begin = end;
    words = 0;
    letters = 0;
    comma = 0;
  }
}
