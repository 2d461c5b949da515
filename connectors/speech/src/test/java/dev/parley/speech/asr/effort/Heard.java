package dev.parley.speech.asr.effort;

import dev.parley.speech.asr.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Transcripts for tests. */
final class Heard {

  private Heard() {}

  static Transcript of(String text, double confidence) {
    List<Transcript.Word> words = new ArrayList<>();
    for (String word : text.isBlank() ? new String[0] : text.split(" ")) {
      words.add(
          new Transcript.Word(word, words.size() * 100L, words.size() * 100L + 90, confidence));
    }
    return new Transcript(words, confidence);
  }
}
