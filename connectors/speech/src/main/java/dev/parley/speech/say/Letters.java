package dev.parley.speech.say;

import java.text.Normalizer;

/**
 * Takes out of a text what nobody can say (pictures, markup, control characters), and writes the
 * digits of all scripts as 0 to 9.
 */
final class Letters {

  private Letters() {}

  static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      append(c, before, plain);
      before = c;
      i += Character.charCount(c);
    }
    return plain.toString();
  }

  private static void append(int c, int before, StringBuilder plain) {
    switch (c) {
      case '²' -> plain.append(Character.isLetter(before) ? " squared" : "2");
      case '³' -> plain.append(Character.isLetter(before) ? " cubed" : "3");
      case '−', '‐', '‑' -> plain.append('-');
      case '—' -> plain.append(", ");
      case '–' -> plain.append(Character.isLetterOrDigit(before) ? " to " : ", ");
      case '’' -> plain.append('\'');
      case '…' -> plain.append('.');
      case '→' -> plain.append(" to ");
      case '*', '`', '|', '^', '"', '“', '”', '„', '{', '}', '<', '>', '[', ']' ->
          plain.append(' ');
      default -> appendByKind(c, before, plain);
    }
  }

  private static void appendByKind(int c, int before, StringBuilder plain) {
    switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(c, 10));
      case Character.OTHER_NUMBER, Character.LETTER_NUMBER -> {
        plain.append(Character.isDigit(before) ? " " : "");
        plain.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
      }
      case Character.OTHER_SYMBOL -> plain.append(c == '°' ? "°" : " ");
      case Character.MODIFIER_SYMBOL,
          Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          plain.append(' ');
      default -> plain.appendCodePoint(c);
    }
  }
}
