package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The audio and the words of one part of speech: phrases go in as a voice speaks them, frames come
 * out, each word behind the audio that says it. One owner.
 */
final class Utterance {

  private static final int FRAMES_A_SECOND = 10;

  private final Epoch epoch;
  private final int part;
  private final long most;
  private final Deque<Phrase> phrases = new ArrayDeque<>();
  private Position next;
  private long taken;
  private boolean first = true;
  private boolean lost;
  private boolean ended;

  /**
   * @param most how many samples it may have; what a voice makes beyond is cut off
   */
  Utterance(Epoch epoch, int part, int rate, long most) {
    this.epoch = epoch;
    this.part = part;
    this.most = most;
    next = Position.start(rate);
  }

  /** The next phrase begins, told as these words. */
  void begin(String text) {
    phrases.add(new Phrase(first ? text : " " + text));
    first = false;
  }

  /** More audio of the phrase that was begun last. */
  void piece(Samples audio) {
    Phrase phrase = phrases.getLast();
    int fits = (int) Math.min(audio.count(), most - taken);
    taken += fits;
    if (fits > 0) {
      phrase.piece(audio.slice(0, fits));
    }
    phrase.cutOff(audio.count() - fits);
    lost |= fits < audio.count();
  }

  /** The phrase that was begun last is complete. */
  void endPhrase() {
    phrases.getLast().end();
  }

  /** No phrase follows any more. */
  void end() {
    ended = true;
  }

  /** Whether it has all the samples that it may have. */
  boolean isFull() {
    return taken >= most;
  }

  /** How many samples it still may have. */
  long room() {
    return most - taken;
  }

  /** Whether there was audio that it had no room for. */
  boolean hasLost() {
    return lost;
  }

  /** Samples that have been handed over. */
  long handedOver() {
    return next.sample();
  }

  /** Samples that wait to be handed over. */
  long waiting() {
    return taken - next.sample();
  }

  /** The next frame, or null if none is ready. */
  @Nullable Outbound poll() {
    while (!phrases.isEmpty()) {
      Phrase phrase = phrases.element();
      String words = phrase.words();
      if (!words.isEmpty()) {
        return new ReplySignal.TextDelta(epoch, part, words);
      }
      if (phrase.hasAudio()) {
        Spoken frame = new Spoken(epoch, part, next, phrase.take(next.rate() / FRAMES_A_SECOND));
        next = frame.end();
        return frame;
      }
      if (!phrase.isWhole()) {
        return null;
      }
      phrases.remove();
    }
    return null;
  }

  /** Whether nothing is left and nothing will come. */
  boolean isOver() {
    return ended && phrases.isEmpty();
  }
}
