package dev.parley.schema.spoken;

import dev.parley.schema.spoken.model.Arpa;
import dev.parley.schema.spoken.model.Lexicon;
import dev.parley.schema.spoken.model.Net;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes a recogniser's model of what is likely to be said. */
final class Models {

  /** More words than this no small recogniser tells apart in time. */
  static final int MOST_WORDS = 4_000;

  private final Lexicon lexicon;

  Models(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * @throws IllegalArgumentException if it has too many words
   */
  LanguageModel of(Net net) {
    Set<String> words = words(net);
    if (words.size() > MOST_WORDS) {
      throw new IllegalArgumentException(
          "the tools take %d different words to ask for, %d at the most: offer fewer choices"
              .formatted(words.size(), MOST_WORDS));
    }
    Map<String, List<String>> sounds = new TreeMap<>();
    words.forEach(word -> sounds.put(word, lexicon.of(word)));
    String arpa = Arpa.write(net);
    return new LanguageModel(id(arpa, sounds), arpa, sounds);
  }

  private static Set<String> words(Net net) {
    Set<String> words = new TreeSet<>(net.first().keySet());
    words.addAll(net.last().keySet());
    net.follows()
        .forEach(
            (word, next) -> {
              words.add(word);
              words.addAll(next.keySet());
            });
    return words;
  }

  private static String id(String arpa, Map<String, List<String>> sounds) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(arpa.getBytes(StandardCharsets.UTF_8));
      digest.update(sounds.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
