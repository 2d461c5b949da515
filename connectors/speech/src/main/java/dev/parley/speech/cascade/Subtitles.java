package dev.parley.speech.cascade;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a turn while it is spoken. A recogniser changes its mind about the last ones, so a
 * word is told when several hearings in a row agree on it and on all before it, and another
 * follows. What was told cannot be taken back. One owner.
 */
final class Subtitles {

  private final Deque<List<String>> recent = new ArrayDeque<>();
  private int told;

  /**
   * Takes what it seems to be by now; gives the words that are new, or an empty text.
   *
   * @param agreeing how many hearings must agree, this one included
   */
  String hear(List<String> words, int agreeing) {
    recent.addLast(List.copyOf(words));
    while (recent.size() > agreeing) {
      recent.removeFirst();
    }
    return recent.size() < agreeing ? "" : upTo(words, agreed(words));
  }

  private int agreed(List<String> words) {
    int most = recent.stream().mapToInt(List::size).min().orElse(0) - 1; // the last may go on
    int agreed = 0;
    while (agreed < most && allSay(words.get(agreed), agreed)) {
      agreed++;
    }
    return agreed;
  }

  private boolean allSay(String word, int at) {
    return recent.stream().allMatch(hearing -> hearing.get(at).equals(word));
  }

  /** The turn is over: gives the words that are left of it. */
  String end(List<String> words) {
    String rest = upTo(words, words.size());
    recent.clear();
    told = 0;
    return rest;
  }

  private String upTo(List<String> words, int count) {
    if (count <= told) {
      return "";
    }
    String more = words.subList(told, count).stream().collect(Collectors.joining(" "));
    String delta = told == 0 ? more : " " + more;
    told = count;
    return delta;
  }
}
