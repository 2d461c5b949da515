package dev.parley.schema.check;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A stranger's regular expression, that cannot run for long: one that goes over a text again and
 * again is stopped, and counts as not matching. It is found anywhere in a text, as JSON Schema
 * wants it.
 *
 * <p>Immutable, safe for any thread.
 */
public final class BoundedPattern implements RegularExpression {

  private static final int LONGEST_PATTERN = 1_000;
  private static final int DEEPEST = 50;
  private static final int LONGEST_TEXT = 4_096;
  private static final int MOST_STEPS = 200_000;

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws IllegalArgumentException if it is no regular expression, or too long a one
   */
  public static BoundedPattern of(String regex) {
    if (regex.length() > LONGEST_PATTERN || depth(regex) > DEEPEST) {
      throw new IllegalArgumentException(
          "must not be longer than %d characters or deeper than %d groups"
              .formatted(LONGEST_PATTERN, DEEPEST));
    }
    // In ECMA-262 the dollar means the very end; in Java it lets a line break follow.
    String exact = regex.endsWith("$") && !regex.endsWith("\\$") ? end(regex) : regex;
    try {
      return new BoundedPattern(Pattern.compile(exact));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("is not a regular expression: " + e.getDescription());
    }
  }

  @Override
  public boolean matches(String text) {
    return text.length() <= LONGEST_TEXT && found(text);
  }

  private boolean found(String text) {
    try {
      return pattern.matcher(new Counted(text)).find();
    } catch (TooLong
        | StackOverflowError e) { // Java's matcher calls itself for each round of a group
      return false;
    }
  }

  private static String end(String regex) {
    return regex.substring(0, regex.length() - 1) + "\\z";
  }

  private static int depth(String regex) {
    int open = 0;
    int most = 0;
    for (int i = 0; i < regex.length(); i++) {
      switch (regex.charAt(i)) {
        case '\\' -> i++;
        case '(', '[' -> most = Math.max(most, ++open);
        case ')', ']' -> open--;
        default -> {}
      }
    }
    return most;
  }

  /** Counts what the matcher looks at. */
  private static final class Counted implements CharSequence {

    private final String text;
    private int steps;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++steps > MOST_STEPS) {
        throw new TooLong();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Leaves the matcher, which has no other way out. */
  private static final class TooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooLong() {
      super("too many steps", null, false, false);
    }
  }
}
