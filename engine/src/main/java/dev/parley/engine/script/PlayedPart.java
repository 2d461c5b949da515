package dev.parley.engine.script;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speech that is there already, and whose words nobody knows. */
final class PlayedPart implements ReplyPart {

  private final int number;
  private final int rate;
  private final Supplier<Samples> audio;
  private final Utterance speech;

  /**
   * @param limit how many samples it may have
   */
  PlayedPart(Epoch epoch, int number, int rate, Supplier<Samples> audio, long limit) {
    this.number = number;
    this.rate = rate;
    this.audio = audio;
    this.speech = new Utterance(epoch, number, rate, limit);
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
  public void begin() {
    speech.begin("");
    speech.piece(audio.get());
    speech.endPhrase();
    speech.end();
  }

  @Override
  public @Nullable Outbound poll() {
    return speech.poll();
  }

  @Override
  public boolean isOver() {
    return speech.isOver();
  }

  @Override
  public boolean isHalfDone() {
    return speech.handedOver() >= speech.waiting();
  }

  @Override
  public boolean isCut() {
    return speech.hasLost();
  }

  @Override
  public long tokens() {
    return Tokens.ofSamples(speech.handedOver(), rate);
  }
}
