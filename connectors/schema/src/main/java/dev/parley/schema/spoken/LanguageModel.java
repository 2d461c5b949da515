package dev.parley.schema.spoken;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What callers are likely to say: words, how they sound, and which follows which. Immutable.
 *
 * @param id the same for the same content, another for another: for caches
 * @param arpa a back-off bigram model in ARPA's text form, words in lower case, {@code <s>} and
 *     {@code </s>} around an utterance
 * @param pronunciations of each word of the model: one or more, in the CMU dictionary's phones
 *     without stress ({@code "D AH B AH L Y UW"}). A word is one token; {@code word} as the model
 *     spells it
 */
public record LanguageModel(String id, String arpa, Map<String, List<String>> pronunciations) {

  public LanguageModel {
    pronunciations = java.util.Collections.unmodifiableMap(new TreeMap<>(pronunciations));
  }

  /** Tells nothing of the words: they are the client's. */
  @Override
  public String toString() {
    return "LanguageModel[%d words]".formatted(pronunciations.size());
  }
}
