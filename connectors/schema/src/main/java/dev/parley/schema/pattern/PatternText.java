package dev.parley.schema.pattern;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts for a regular expression.
 *
 * <p>A proposal only: whoever takes one tries it on the expression.
 */
public final class PatternText {

  private static final char FILLER = 'a';

  private PatternText() {}

  /**
   * Texts that should match, the shortest of at least {@code length} characters; none where the
   * expression is not plain enough.
   *
   * @param regex as JSON Schema's {@code pattern} has it: found anywhere in the text
   * @param length the least characters
   */
  public static List<String> of(String regex, int length) {
    String text;
    try {
      text = text(new PatternReader(regex).read(), length);
    } catch (NotUnderstood e) {
      return List.of();
    }
    List<String> proposals = new ArrayList<>();
    proposals.add(text);
    if (text.length() < length) { // an expression that leaves an end open lets more stand there
      String filling = String.valueOf(FILLER).repeat(length - text.length());
      proposals.add(text + filling);
      proposals.add(filling + text);
    }
    return proposals;
  }

  private static String text(Node node, int length) {
    int aim = Math.max(length, node.least());
    if (aim >= Node.ENDLESS) {
      throw new NotUnderstood();
    }
    StringBuilder text = new StringBuilder();
    node.write(aim, text);
    return text.toString();
  }
}
