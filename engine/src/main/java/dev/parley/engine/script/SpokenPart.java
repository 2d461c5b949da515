package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Delivery;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Speech: asks for phrases to be spoken, one at a time, and takes their audio. */
final class SpokenPart implements ReplyPart {

  /** Its length is that of its words. */
  static final long AS_LONG_AS_IT_TAKES = Long.MAX_VALUE;

  /** No further phrase is begun while this much audio waits. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final int number;
  private final int rate;
  private final Iterator<String> phrases;
  private final Delivery how;
  private final long length;
  private final boolean limited;
  private final Utterance speech;
  private boolean voiceIsBusy;

  /**
   * @param length how many samples it shall have
   * @param limit how many it may have
   */
  SpokenPart(
      Epoch epoch,
      int number,
      int rate,
      Iterator<String> phrases,
      Delivery how,
      long length,
      long limit) {
    this.number = number;
    this.rate = rate;
    this.phrases = phrases;
    this.how = how;
    this.length = length;
    this.limited = limit < length;
    this.speech = new Utterance(epoch, number, rate, Math.min(length, limit));
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public ReplySignal.Kind kind() {
    return ReplySignal.Kind.SPEECH;
  }

  @Override
  public Optional<Errand> errand() {
    boolean enough = speech.waiting() >= Position.samples(AHEAD, rate) || speech.isFull();
    if (voiceIsBusy || enough || !phrases.hasNext()) {
      return Optional.empty();
    }
    voiceIsBusy = true;
    String phrase = phrases.next();
    speech.begin(phrase);
    return Optional.of(new Errand.Speak(this, phrase, how));
  }

  /** The voice made a piece of the phrase that it is at. */
  void piece(Samples audio) {
    speech.piece(audio);
  }

  /**
   * The voice has finished its phrase.
   *
   * @param samples how long the phrase was
   */
  void phraseSpoken(long samples) {
    voiceIsBusy = false;
    if (samples == 0 && length != AS_LONG_AS_IT_TAKES) {
      speech.piece(Samples.silence((int) speech.room())); // a mute voice keeps the length, too
    }
    speech.endPhrase();
  }

  @Override
  public @Nullable Outbound poll() {
    return speech.poll();
  }

  @Override
  public boolean isOver() {
    boolean noMore = speech.isFull() || !phrases.hasNext();
    if (noMore && !voiceIsBusy) {
      speech.end();
    }
    return speech.isOver();
  }

  @Override
  public boolean isHalfDone() {
    return speech.handedOver() >= speech.waiting() + speech.room();
  }

  @Override
  public boolean isCut() {
    return limited && speech.isFull() && (speech.hasLost() || phrases.hasNext());
  }

  @Override
  public long tokens() {
    return Tokens.ofSamples(speech.handedOver(), rate);
  }
}
