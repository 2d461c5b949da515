package dev.parley.wire.json;

/** Text that came from JSON may hold halves of surrogate pairs, which UTF-8 cannot write. */
final class Unicode {

  private static final char REPLACEMENT = '\uFFFD';

  private Unicode() {}

  /** How many bytes the text takes in UTF-8; a half pair counts as its replacement. */
  static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800) {
        length += 2;
      } else if (Character.isHighSurrogate(c) && lowFollows(text, i)) {
        length += 4;
        i++;
      } else {
        length += 3;
      }
    }
    return length;
  }

  /** The same text with each half pair replaced. */
  static String wellFormed(String text) {
    int i = firstHalfPair(text);
    if (i < 0) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text);
    for (; i < repaired.length(); i++) {
      char c = repaired.charAt(i);
      if (Character.isHighSurrogate(c) && lowFollows(repaired, i)) {
        i++;
      } else if (Character.isSurrogate(c)) {
        repaired.setCharAt(i, REPLACEMENT);
      }
    }
    return repaired.toString();
  }

  private static int firstHalfPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && lowFollows(text, i)) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean lowFollows(CharSequence text, int at) {
    return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
  }
}
