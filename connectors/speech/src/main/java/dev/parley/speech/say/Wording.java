package dev.parley.speech.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads a clause from left to right: at the beginning of each word the first rule that fits takes
 * it. What no rule knows stays as it is, but for digits, which are read one by one. Immutable, safe
 * for any thread.
 */
final class Wording {

  private final List<Rule> rules;

  private Wording(List<Rule> rules) {
    this.rules = rules;
  }

  /** What is special comes first: a date is not a code, a code is not a number. */
  static Wording english() {
    return Holder.ENGLISH;
  }

  private static final class Holder {
    private static final Wording ENGLISH = new Wording(rules());

    private static List<Rule> rules() {
      List<Rule> all = new ArrayList<>();
      all.addAll(Addresses.rules());
      all.addAll(Dates.rules());
      all.addAll(Times.rules());
      all.addAll(Money.rules());
      all.addAll(Codes.phones());
      all.addAll(Quantities.rules());
      all.addAll(Numbers.rules());
      all.addAll(Codes.rules());
      all.addAll(Abbreviations.rules());
      return List.copyOf(all);
    }
  }

  String say(String clause) {
    String text = Letters.plain(clause);
    StringBuilder said = new StringBuilder();
    String before = "";
    int at = 0;
    while (at < text.length()) {
      if (isWordStart(text, at) && !isPlainWord(text, at)) {
        int end = apply(text, at, before, said);
        if (end > at) {
          before = lastWord(text, at, end);
          at = end;
          continue;
        }
      }
      int end = endOfRun(text, at);
      String run = text.substring(at, end);
      if (Character.isDigit(text.charAt(at))) {
        put(Spelling.digits(run), said);
      } else {
        said.append(run);
      }
      before = Character.isLetterOrDigit(text.charAt(at)) ? run.toLowerCase(Locale.ROOT) : before;
      at = end;
    }
    return tidy(said);
  }

  /** Where what was said ends; as it was if no rule fits. */
  private int apply(String text, int at, String before, StringBuilder said) {
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(text);
      matcher.region(at, text.length()).useTransparentBounds(true).useAnchoringBounds(false);
      if (matcher.lookingAt() && matcher.end() > at) {
        Optional<String> words =
            rule.words().apply(new Rule.Found(matcher, before, wordAt(text, matcher.end())));
        if (words.isPresent()) {
          put(words.get(), said);
          if (matcher.end() < text.length()
              && Character.isLetterOrDigit(text.charAt(matcher.end()))) {
            said.append(' ');
          }
          return matcher.end();
        }
      }
    }
    return at;
  }

  private static void put(String words, StringBuilder said) {
    if (!said.isEmpty() && Character.isLetterOrDigit(said.charAt(said.length() - 1))) {
      said.append(' ');
    }
    said.append(words);
  }

  private static boolean isWordStart(String text, int at) {
    return !Character.isWhitespace(text.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  /** A word in small letters that stands by itself, which no rule would take. */
  private static boolean isPlainWord(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isLowerCase(text.charAt(end))) {
      end++;
    }
    return end > at && (end == text.length() || " \n,;!?'".indexOf(text.charAt(end)) >= 0);
  }

  private static boolean wordAt(String text, int at) {
    int begin = at;
    while (begin < text.length() && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    return begin > at && begin < text.length() && Character.isLetterOrDigit(text.charAt(begin));
  }

  /** Letters, or digits, in a row; or a single character of any other kind. */
  private static int endOfRun(String text, int at) {
    int end = at + 1;
    while (end < text.length() && sort(text.charAt(end)) == sort(text.charAt(at))) {
      end++;
    }
    return sort(text.charAt(at)) == 0 ? at + 1 : end;
  }

  private static int sort(char c) {
    return Character.isDigit(c) ? 1 : Character.isLetter(c) || c == '\'' ? 2 : 0;
  }

  private static String lastWord(String text, int from, int to) {
    String[] words =
        text.substring(from, to).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
    return words[words.length - 1];
  }

  private static String tidy(StringBuilder said) {
    return said.toString()
        .replaceAll("[\\s_]+", " ")
        .replaceAll(" (?=[,.;:!?])", "")
        .replaceAll("([,;:])(?:\\s*[,;:])+", "$1")
        .strip();
  }
}
