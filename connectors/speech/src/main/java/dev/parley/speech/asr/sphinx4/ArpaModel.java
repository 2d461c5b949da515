package dev.parley.speech.asr.sphinx4;

import edu.cmu.sphinx.linguist.WordSequence;
import edu.cmu.sphinx.linguist.language.ngram.LanguageModel;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.PropertySheet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A back-off bigram model in ARPA's text form, as Sphinx4 asks for it. Immutable.
 *
 * <p>Not Sphinx4's own reader: that wants a file, and what callers say to a client's tools is
 * nobody else's to read.
 */
final class ArpaModel implements LanguageModel {

  private record Entry(float probability, float backoff, Map<String, Float> next) {}

  private final LogMath logs = LogMath.getLogMath();
  private final Map<String, Entry> words = new HashMap<>();

  /**
   * @param known words that can be spoken; the model's others are left out
   * @throws IllegalArgumentException in one sentence, if the text is not such a model
   */
  ArpaModel(String arpa, Predicate<String> known) {
    int order = 0;
    for (String line : (Iterable<String>) arpa.lines().map(String::strip)::iterator) {
      if (line.startsWith("\\")) {
        order = line.endsWith("-grams:") ? Character.digit(line.charAt(1), 10) : 0;
      } else if (order == 1 && !line.isEmpty()) {
        unigram(line.split("\\s+"), known);
      } else if (order == 2 && !line.isEmpty()) {
        bigram(line.split("\\s+"));
      }
    }
    if (!words.containsKey("<s>") || !words.containsKey("</s>")) {
      throw new IllegalArgumentException("the language model has no <s> and </s>");
    }
  }

  private void unigram(String[] fields, Predicate<String> known) {
    if (fields.length < 2) {
      throw new IllegalArgumentException("a unigram of the language model lacks its word");
    }
    if (known.test(fields[1])) {
      float backoff = fields.length > 2 ? log(fields[2]) : 0;
      words.put(fields[1], new Entry(log(fields[0]), backoff, new HashMap<>()));
    }
  }

  private void bigram(String[] fields) {
    if (fields.length < 3) {
      throw new IllegalArgumentException("a bigram of the language model lacks a word");
    }
    Entry first = words.get(fields[1]);
    if (first != null && words.containsKey(fields[2])) {
      first.next.put(fields[2], log(fields[0]));
    }
  }

  private float log(String log10) {
    try {
      return logs.log10ToLog(Float.parseFloat(log10));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the language model has a probability that is none", e);
    }
  }

  @Override
  public float getProbability(WordSequence sequence) {
    int size = sequence.size();
    Entry last = words.get(sequence.getWord(size - 1).getSpelling());
    if (last == null) {
      return LogMath.LOG_ZERO;
    }
    @Nullable Entry before = size < 2 ? null : words.get(sequence.getWord(size - 2).getSpelling());
    if (before == null) {
      return last.probability;
    }
    Float together = before.next.get(sequence.getWord(size - 1).getSpelling());
    return together != null ? together : before.backoff + last.probability;
  }

  @Override
  public float getSmear(WordSequence sequence) {
    return 0;
  }

  @Override
  public Set<String> getVocabulary() {
    return java.util.Collections.unmodifiableSet(words.keySet());
  }

  @Override
  public int getMaxDepth() {
    return 2;
  }

  // Everything is there since it was made; nothing is kept from one utterance to the next.

  @Override
  public void allocate() {}

  @Override
  public void deallocate() {}

  @Override
  public void onUtteranceEnd() {}

  @Override
  public void newProperties(PropertySheet sheet) {}
}
