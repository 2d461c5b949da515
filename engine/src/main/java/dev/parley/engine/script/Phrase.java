package dev.parley.engine.script;

import dev.parley.engine.frame.Samples;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A phrase on its way from the voice to the caller: its audio, and which of its words were said.
 */
final class Phrase {

  private final String text;
  private final Deque<Samples> waiting = new ArrayDeque<>();
  private long made;
  private long spoken;
  private int told;
  private boolean whole;

  Phrase(String text) {
    this.text = text;
  }

  /** Takes the next piece of audio. */
  void piece(Samples audio) {
    made += audio.count();
    waiting.add(audio);
  }

  /** Counts audio that the voice made of the phrase and nobody will hear. */
  void cutOff(long samples) {
    made += samples;
  }

  /** The voice has finished, so the length is known. */
  void end() {
    whole = true;
  }

  boolean isWhole() {
    return whole;
  }

  boolean hasAudio() {
    return !waiting.isEmpty();
  }

  /** The next audio, at most so many samples of it. There must be some. */
  Samples take(int most) {
    Samples next = waiting.remove();
    while (next.count() < most && !waiting.isEmpty()) {
      next = next.append(waiting.remove());
    }
    if (next.count() > most) {
      waiting.addFirst(next.slice(most, next.count()));
      next = next.slice(0, most);
    }
    spoken += next.count();
    return next;
  }

  /**
   * The words that have been said by now and not been told yet, or an empty text. Where they lie in
   * the audio is estimated from their length, which needs the whole phrase; until then none is
   * told.
   */
  String words() {
    if (!whole) {
      return "";
    }
    int said =
        spoken >= made
            ? text.length()
            : text.lastIndexOf(' ', (int) (text.length() * spoken / made));
    if (said <= told) {
      return "";
    }
    String words = text.substring(told, said);
    told = said;
    return words;
  }
}
