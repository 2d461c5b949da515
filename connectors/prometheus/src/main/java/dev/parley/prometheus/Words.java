package dev.parley.prometheus;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The values of a label that are not known beforehand. However many come, few go out; and only what
 * looks like the name of a code, a stage or an edge: small letters in short words, with hardly a
 * digit. A sentence, an id or a key becomes {@link #OTHER}. Safe for any thread.
 */
final class Words {

  static final String OTHER = "other";

  private static final int LONGEST = 48;
  private static final Pattern NAME =
      Pattern.compile("[a-z]+[0-9]{0,3}([_.-][a-z]+[0-9]{0,3}){0,7}");
  private static final int MOST_DIGITS = 4;

  private final int most;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Words(int most) {
    this.most = most;
  }

  /** The word itself, or {@link #OTHER}. */
  String of(String word) {
    if (word.length() > LONGEST) {
      return OTHER;
    }
    if (known.contains(word)) {
      return word;
    }
    return known.size() >= most || !isName(word) ? OTHER : added(word);
  }

  /** Whatever has come out so far, but {@link #OTHER}. */
  Set<String> known() {
    return Set.copyOf(known);
  }

  private synchronized String added(String word) { // so that two threads do not add one too many
    if (known.size() >= most) {
      return known.contains(word) ? word : OTHER;
    }
    known.add(word);
    return word;
  }

  private static boolean isName(String word) {
    return NAME.matcher(word).matches()
        && word.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
  }
}
