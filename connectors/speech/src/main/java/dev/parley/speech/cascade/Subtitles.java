package dev.parley.speech.cascade;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a turn while it is spoken. A recogniser changes its mind about the last ones, so a
 * word is told when two hearings in a row agree on it and on all before it, and another follows.
 * One owner.
 */
final class Subtitles {

  private List<String> before = List.of();
  private int told;

  /** Takes what it seems to be by now; gives the words that are new, or an empty text. */
  String hear(List<String> words) {
    int agreed = 0;
    while (agreed < Math.min(words.size(), before.size()) - 1
        && words.get(agreed).equals(before.get(agreed))) {
      agreed++;
    }
    before = List.copyOf(words);
    return upTo(words, agreed);
  }

  /** The turn is over: gives the words that are left of it. */
  String end(List<String> words) {
    String rest = upTo(words, words.size());
    before = List.of();
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
