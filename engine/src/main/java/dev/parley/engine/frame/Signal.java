package dev.parley.engine.frame;

/**
 * A fact about the caller or the session, in its place in the audio. Signals outlive every reply:
 * no interruption and no full queue ever drops one.
 */
public sealed interface Signal extends Inbound, Outbound {

  /** The same fact, with its places in the audio counted at another rate. */
  default Signal at(int rate) {
    return switch (this) {
      case SpeechStarted s -> new SpeechStarted(s.at.at(rate), s.detected.at(rate));
      case SpeechStopped s -> new SpeechStopped(s.at.at(rate), s.detected.at(rate));
      case TurnEnded t ->
          new TurnEnded(t.speechStart.at(rate), t.speechEnd.at(rate), t.at.at(rate));
      case Dtmf d -> new Dtmf(d.key, d.at.at(rate));
      case CallerDone c -> new CallerDone(c.at.at(rate));
      case Words w -> new Words(w.text, w.at.at(rate), w.complete);
      case Unfinished u -> new Unfinished(u.at.at(rate));
      case Failure f -> f;
    };
  }

  /**
   * The caller began to speak.
   *
   * @param at where speech began, as far as the detector can tell in hindsight
   * @param detected what had to be heard before the detector could say so
   */
  record SpeechStarted(Position at, Position detected) implements Signal {}

  /**
   * The caller fell silent.
   *
   * @param at where speech ended
   * @param detected what had to be heard before the detector could say so
   */
  record SpeechStopped(Position at, Position detected) implements Signal {}

  /**
   * The caller has finished and waits for an answer.
   *
   * @param speechStart where the turn's first speech began
   * @param speechEnd where its last speech ended
   * @param at how much had been heard when that was decided
   */
  record TurnEnded(Position speechStart, Position speechEnd, Position at) implements Signal {}

  /** A telephone key: one of {@code 0-9 * # A-D}. */
  record Dtmf(char key, Position at) implements Signal {
    public Dtmf {
      if ("0123456789*#ABCD".indexOf(key) < 0) {
        throw new IllegalArgumentException("not a telephone key: " + (int) key);
      }
    }
  }

  /** The caller's audio has ended by itself; what follows, if anything, is silence. */
  record CallerDone(Position at) implements Signal {}

  /**
   * What the caller says, in words. A listener gives more and more of a turn's words, and then the
   * whole once.
   *
   * @param text the words that are new; if complete, all words of the turn
   * @param at what had been heard when they were understood; at the end of a turn, its end
   * @param complete nothing more comes of this turn
   */
  record Words(String text, Position at, boolean complete) implements Signal {
    /** Tells the length only: transcripts do not belong in a log. */
    @Override
    public String toString() {
      return "Words[%d chars, %s, %s]".formatted(text.length(), at, complete);
    }
  }

  /**
   * What the caller has said so far breaks off in the middle: a number, a code, a sentence. A model
   * that understands words tells it while the caller pauses, and the turn waits longer.
   *
   * @param at what had been heard when that was understood
   */
  record Unfinished(Position at) implements Signal {}

  /**
   * Something went wrong that the other side must know.
   *
   * @param where the stage or model, by its name in the plan
   * @param what one sentence, free of what was said or spoken
   */
  record Failure(String where, String what) implements Signal {}
}
