package dev.parley.engine.script;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which words lie behind which audio, of the last parts of speech that were handed over: so a cut
 * in the audio is one in the text. One owner.
 */
final class Told {

  private static final int MOST = 16;

  private record Key(Epoch epoch, int part) {}

  private static final class Speech {

    private final NavigableMap<Long, Integer> letters = new TreeMap<>();
    private long samples;
    private int told;
  }

  private final Map<Key, Speech> parts = new LinkedHashMap<>();

  /** A frame leaves. */
  void note(Outbound frame) {
    switch (frame) {
      case Spoken audio -> {
        Speech speech = part(audio.epoch(), audio.part());
        speech.samples = audio.end().sample();
      }
      case ReplySignal.TextDelta words -> {
        Speech speech = part(words.epoch(), words.part());
        speech.told += words.text().length();
        speech.letters.put(speech.samples, speech.told);
      }
      default -> {}
    }
  }

  /** Whether not a word or sound of a reply has left. */
  boolean isSilent(Epoch epoch) {
    return parts.keySet().stream().noneMatch(key -> key.epoch.equals(epoch));
  }

  /** How many letters of that part were heard to their end. */
  int letters(Heard heard) {
    Speech speech = parts.get(new Key(heard.epoch(), heard.part()));
    if (speech == null) {
      return 0;
    }
    var last = speech.letters.floorEntry(heard.until().sample());
    return last == null ? 0 : last.getValue();
  }

  private Speech part(Epoch epoch, int number) {
    Speech speech = parts.computeIfAbsent(new Key(epoch, number), key -> new Speech());
    if (parts.size() > MOST) {
      parts.remove(parts.keySet().iterator().next());
    }
    return speech;
  }
}
