package dev.parley.speech.asr.vosk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.schema.spoken.LanguageModel;
import java.util.Set;

/**
 * A language model as Vosk takes it: a JSON list of phrases, from which it counts which word
 * follows which. A phrase here is a pair of words, or one word. Pure.
 */
final class Grammar {

  /** What Vosk calls a word that is none of these. */
  static final String UNKNOWN = "[unk]";

  private static final Set<String> ENDS = Set.of("<s>", "</s>");
  private static final int MOST = 20_000;

  private Grammar() {}

  static String of(LanguageModel model) {
    ArrayNode phrases = new ObjectMapper().createArrayNode();
    model.pronunciations().keySet().forEach(phrases::add);
    int order = 0;
    for (String line : (Iterable<String>) model.arpa().lines().map(String::strip)::iterator) {
      String[] fields = line.split("\\s+", -1);
      if (line.startsWith("\\")) {
        order = line.equals("\\2-grams:") ? 2 : 0;
      } else if (order == 2 && fields.length >= 3 && phrases.size() < MOST) {
        if (!ENDS.contains(fields[1]) && !ENDS.contains(fields[2])) {
          phrases.add(fields[1] + " " + fields[2]);
        }
      }
    }
    phrases.add(UNKNOWN);
    return phrases.toString();
  }
}
