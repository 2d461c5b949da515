package dev.parley.scripted;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reply in the making: asks for phrases to be spoken, takes their audio, and gives frames.
 * Knows neither time nor threads; one owner. It has one part, number 0.
 */
final class Reply {

  private static final int PART = 0;

  /** No further phrase is begun while this much audio waits. */
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final Epoch epoch;
  private final Act act;
  private final int rate;
  private final Deque<Outbound> ready = new ArrayDeque<>();
  private final Iterator<String> phrases;
  private final Utterance speech;
  private boolean voiceIsBusy;
  private boolean partIsOpen;
  private boolean speaking;
  private boolean failed;
  private boolean over;

  Reply(Epoch epoch, Act act, int rate) {
    this.epoch = epoch;
    this.act = act;
    this.rate = rate;
    long most =
        act instanceof Act.SpeakFor limited
            ? Position.samples(limited.length(), rate)
            : Long.MAX_VALUE;
    speech = new Utterance(epoch, PART, rate, most);
    phrases =
        switch (act) {
          case Act.Speak(String text) -> Phrases.of(text).iterator();
          case Act.SpeakFor limited -> Phrases.filler();
          case Act.Play play -> Collections.emptyIterator();
          case Act.Call call -> Collections.emptyIterator();
        };
    ready.add(new ReplySignal.Started(epoch));
  }

  Epoch epoch() {
    return epoch;
  }

  Act act() {
    return act;
  }

  /**
   * The thinking is over: what is ready may be heard.
   *
   * @param callId the identity of the tool call, if there is one
   */
  void thought(String callId) {
    if (failed) {
      return;
    }
    partIsOpen = true;
    if (act instanceof Act.Call(String tool, String arguments)) {
      ready.add(new ReplySignal.PartStarted(epoch, PART, ReplySignal.Kind.TOOL_CALL));
      ready.add(new ReplySignal.ToolCallDelta(epoch, PART, arguments));
      ready.add(new ReplySignal.ToolCall(epoch, PART, callId, tool, arguments));
      end(ReplySignal.Outcome.COMPLETED);
      return;
    }
    ready.add(new ReplySignal.PartStarted(epoch, PART, ReplySignal.Kind.SPEECH));
    speaking = true;
    if (act instanceof Act.Play(var audio)) {
      speech.begin("");
      speech.piece(audio.get());
      speech.endPhrase();
    }
  }

  /** The next phrase that the voice should speak now; it counts as begun. */
  Optional<String> nextPhrase() {
    boolean enough = speech.waiting() >= Position.samples(AHEAD, rate) || speech.isFull();
    if (failed || voiceIsBusy || enough || !phrases.hasNext()) {
      return Optional.empty();
    }
    voiceIsBusy = true;
    String phrase = phrases.next();
    speech.begin(phrase);
    return Optional.of(phrase);
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
    if (samples == 0 && act instanceof Act.SpeakFor) {
      speech.piece(Samples.silence((int) speech.room())); // a mute voice keeps the length, too
    }
    speech.endPhrase();
  }

  /** The voice broke down: the reply ends here. */
  void fail(Signal.Failure failure) {
    failed = true;
    speaking = false;
    ready.add(failure);
    end(ReplySignal.Outcome.FAILED);
  }

  /** Whether the next frame begins a part of speech, of which only one may be open at a time. */
  boolean wantsTheFloor() {
    return ready.peek() instanceof ReplySignal.PartStarted part
        && part.kind() == ReplySignal.Kind.SPEECH;
  }

  /** Whether its last frame has left. */
  boolean isOver() {
    return over;
  }

  /** The next frame, or null if none is ready. */
  @Nullable Outbound poll() {
    Outbound frame = ready.poll();
    if (frame == null && speaking) {
      frame = speech.poll();
      if (frame == null && isSpoken()) {
        speaking = false;
        end(ReplySignal.Outcome.COMPLETED);
        frame = ready.poll();
      }
    }
    over = frame instanceof ReplySignal.Ended;
    return frame;
  }

  private boolean isSpoken() {
    boolean noMore = speech.isFull() || !phrases.hasNext();
    if (noMore && !voiceIsBusy) {
      speech.end();
    }
    return speech.isOver();
  }

  private void end(ReplySignal.Outcome outcome) {
    if (partIsOpen) {
      ready.add(new ReplySignal.PartEnded(epoch, PART));
    }
    ready.add(new ReplySignal.Ended(epoch, outcome));
  }
}
