package dev.parley.engine.script;

import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in pieces that a voice speaks at one go: small enough that little is made ahead in vain. */
final class Phrases {

  /** About eight seconds of speech. */
  private static final int LONGEST = 120;

  /** As many as people say. */
  private static final int WORDS_A_SECOND = 3;

  private static final Pattern BLANK = Pattern.compile(" ");

  private Phrases() {}

  /** The sentences of a text, those that are too long parted between two words. */
  static List<String> of(String text) {
    List<String> phrases = new ArrayList<>();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    int from = sentences.first();
    for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
      addParted(text.substring(from, to).strip(), phrases);
      from = to;
    }
    return phrases;
  }

  /** Sentences over and over, without an end. */
  static Iterator<String> endless(List<String> sentences) {
    return Stream.generate(() -> sentences).flatMap(List::stream).iterator();
  }

  /**
   * As much of the sentences, over and over, as would be said in this time, and at least one word.
   */
  static String of(List<String> sentences, Duration length) {
    long words = Math.max(1, length.toMillis() * WORDS_A_SECOND / 1_000);
    return Stream.generate(() -> sentences)
        .flatMap(List::stream)
        .flatMap(BLANK::splitAsStream)
        .limit(words)
        .collect(Collectors.joining(" "));
  }

  private static void addParted(String sentence, List<String> phrases) {
    String rest = sentence;
    while (rest.length() > LONGEST) {
      int comma = rest.lastIndexOf(", ", LONGEST) + 1;
      int blank = rest.lastIndexOf(' ', LONGEST);
      int at = comma > LONGEST / 2 ? comma : blank > 0 ? blank : LONGEST;
      phrases.add(rest.substring(0, at).strip());
      rest = rest.substring(at).strip();
    }
    if (!rest.isEmpty()) {
      phrases.add(rest);
    }
  }
}
