package dev.parley.speech.asr.vosk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.Transcript.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What Vosk says, as transcripts. Pure. */
final class VoskResult {

  private static final ObjectMapper JSON = new ObjectMapper();

  private VoskResult() {}

  /** The words of a partial result. */
  static List<Word> partial(String json) {
    return plain(read(json).path("partial").asText(""), 0, 0);
  }

  /**
   * A result's alternatives, or its only one.
   *
   * @param rate samples a second
   */
  static List<Transcript> alternatives(String json, int rate) {
    JsonNode root = read(json);
    if (!root.has("alternatives")) {
      return List.of(transcript(words(root, rate)));
    }
    double best = Double.NEGATIVE_INFINITY;
    for (JsonNode one : root.path("alternatives")) {
      best = Math.max(best, one.path("confidence").asDouble());
    }
    double all = 0;
    for (JsonNode one : root.path("alternatives")) {
      all += Math.exp(one.path("confidence").asDouble() - best);
    }
    Map<String, Transcript> found = new LinkedHashMap<>();
    for (JsonNode one : root.path("alternatives")) {
      double share = Math.exp(one.path("confidence").asDouble() - best) / all;
      List<Word> words = words(one, rate);
      Transcript transcript =
          words.isEmpty() ? Transcript.EMPTY : new Transcript(words, Math.clamp(share, 0, 1));
      found.putIfAbsent(transcript.text(), transcript);
    }
    return found.isEmpty() ? List.of(Transcript.EMPTY) : List.copyOf(found.values());
  }

  private static Transcript transcript(List<Word> words) {
    double sure = words.stream().mapToDouble(Word::confidence).reduce(1, (a, b) -> a * b);
    return words.isEmpty() ? Transcript.EMPTY : new Transcript(words, sure);
  }

  private static List<Word> words(JsonNode result, int rate) {
    if (!result.path("result").isArray()) {
      return plain(result.path("text").asText(""), 0, 0);
    }
    List<Word> words = new ArrayList<>();
    for (JsonNode word : result.path("result")) {
      String text = word.path("word").asText("").toLowerCase(Locale.ROOT);
      if (!text.isEmpty() && !text.equals(Grammar.UNKNOWN)) {
        long start = Math.round(word.path("start").asDouble() * rate);
        long end = Math.round(word.path("end").asDouble() * rate);
        double confidence = Math.clamp(word.path("conf").asDouble(1), 0, 1);
        words.add(new Word(text, start, Math.max(start, end), confidence));
      }
    }
    return words;
  }

  private static List<Word> plain(String text, long start, long end) {
    List<Word> words = new ArrayList<>();
    for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      if (!word.isEmpty() && !word.equals(Grammar.UNKNOWN)) {
        words.add(new Word(word, start, end, 1));
      }
    }
    return words;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new RecogniserException("Vosk answered with something that is not JSON", e);
    }
  }
}
