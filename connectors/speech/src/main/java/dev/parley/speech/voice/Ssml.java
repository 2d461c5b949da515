package dev.parley.speech.voice;

import java.util.Locale;

/**
 * Text as eSpeak NG takes it with markup on. That is the only way to set the range of its pitch,
 * and the only one in which nothing in the text can be taken for a command.
 */
final class Ssml {

  private Ssml() {}

  /**
   * @param range how far the pitch moves, as a factor
   */
  static String of(String text, double range) {
    StringBuilder ssml = new StringBuilder();
    ssml.append(
        String.format(
            Locale.ROOT, "<speak><prosody range=\"%+d%%\">", Math.round(100 * (range - 1))));
    text.codePoints().forEach(c -> append(c, ssml));
    return ssml.append("</prosody></speak>").toString();
  }

  private static void append(int c, StringBuilder ssml) {
    switch (c) {
      case '&' -> ssml.append("&amp;");
      case '<' -> ssml.append("&lt;");
      case '>' -> ssml.append("&gt;");
      case '[' -> ssml.append("( "); // two of them would begin phonemes
      case ']' -> ssml.append(" )");
      default -> {
        boolean plain = c == '\n' || !(Character.isISOControl(c) || isHalf(c));
        ssml.appendCodePoint(plain ? c : ' ');
      }
    }
  }

  /** One half of a surrogate pair, which no encoding can write. */
  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
