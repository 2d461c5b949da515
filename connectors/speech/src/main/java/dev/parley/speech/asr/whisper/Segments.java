package dev.parley.speech.asr.whisper;

import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What Whisper wrote, as words. Pure. */
final class Segments {

  /** Its remarks: [BLANK_AUDIO], (applause), *music*. */
  private static final String REMARKS = "\\[[^\\]]*]|\\([^)]*\\)|\\*[^*]*\\*|♪";

  private static final String NOT_IN_WORDS = "[^\\p{L}\\p{N}\\p{M}'’-]+";

  private Segments() {}

  /**
   * @param start its first sample
   * @param end behind its last
   */
  record Segment(String text, long start, long end) {
    /** Keeps the words out of logs. */
    @Override
    public String toString() {
      return "Segment[%d-%d]".formatted(start, end);
    }
  }

  /** Words share their segment's time; Whisper tells no confidence here. */
  static Transcript transcript(List<Segment> segments) {
    List<Word> words = new ArrayList<>();
    for (Segment segment : segments) {
      List<String> texts = words(segment.text());
      long length = Math.max(0, segment.end() - segment.start());
      for (int i = 0; i < texts.size(); i++) {
        long start = segment.start() + length * i / texts.size();
        long end = segment.start() + length * (i + 1) / texts.size();
        words.add(new Word(texts.get(i), start, end, 1));
      }
    }
    return words.isEmpty() ? Transcript.EMPTY : new Transcript(words, 1);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String part : text.replaceAll(REMARKS, " ").split("\\s+", -1)) {
      String word =
          part.toLowerCase(Locale.ROOT).replaceAll(NOT_IN_WORDS, "").replaceAll("^['’-]+|-+$", "");
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }
}
