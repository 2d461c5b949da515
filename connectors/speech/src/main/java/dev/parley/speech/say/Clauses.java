package dev.parley.speech.say;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text where somebody who reads it aloud would take breath. */
final class Clauses {

  /** A comma ends a clause only after so many letters: "Yes, sure." is one. */
  private static final int SHORT = 40;

  /** A clause without any mark ends at the next blank after so many letters. */
  private static final int LONG = 240;

  /** And in the middle of a word after so many. */
  private static final int MOST = 400;

  private Clauses() {}

  /** The clauses, each with the blanks that follow it; put together they are the text. */
  static List<String> of(String text) {
    List<String> clauses = new ArrayList<>();
    int begin = 0;
    for (int i = 1; i < text.length(); i++) {
      if (endsAt(text, begin, i)) {
        clauses.add(text.substring(begin, i));
        begin = i;
      }
    }
    if (begin < text.length()) {
      clauses.add(text.substring(begin));
    }
    return clauses;
  }

  private static boolean endsAt(String text, int begin, int at) {
    if (at - begin >= MOST) {
      return !Character.isLowSurrogate(text.charAt(at)) || at - begin >= 2 * MOST;
    }
    if (!isBlank(text.charAt(at - 1)) || isBlank(text.charAt(at))) {
      return false;
    }
    int end = at - 1; // of what stands before the blanks
    boolean newLine = false;
    while (end >= begin && isBlank(text.charAt(end))) {
      newLine |= text.charAt(end) == '\n';
      end--;
    }
    if (end < begin) {
      return false;
    }
    if (newLine || at - begin >= LONG) {
      return true;
    }
    return switch (text.charAt(end)) {
      case '!', '?', ';', ':', '…' -> true;
      case '.' -> !Abbreviations.endsWithOne(text.substring(begin, end + 1));
      case ',', '—', '–' -> at - begin >= SHORT && !isDate(text, end, at);
      default -> false;
    };
  }

  /** "November 22, 2026" is not cut. */
  private static boolean isDate(String text, int comma, int at) {
    return comma > 0
        && Character.isDigit(text.charAt(comma - 1))
        && Character.isDigit(text.charAt(at));
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
