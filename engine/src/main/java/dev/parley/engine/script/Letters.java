package dev.parley.engine.script;

/** Places in a text where it may be parted: never within a character of two code units. */
final class Letters {

  private Letters() {}

  /** The last place that is no further than so many letters from the beginning. */
  static int cut(String text, long most) {
    return boundary(text, (int) Math.min(text.length(), most));
  }

  /** Where the word that begins here ends, blanks before it included. */
  static int endOfWord(String text, int from, int end) {
    int letter = from;
    while (letter < end && text.charAt(letter) == ' ') {
      letter++;
    }
    int blank = text.indexOf(' ', letter);
    return blank < 0 || blank > end ? end : blank;
  }

  /** So many letters further, or a little less. */
  static int piece(String text, int from, int letters, int end) {
    return Math.min(end, boundary(text, Math.min(text.length(), from + letters)));
  }

  private static int boundary(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return inside ? at - 1 : at;
  }
}
