package dev.parley.speech.asr.vosk;

import dev.parley.engine.frame.Samples;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Transcript;
import dev.parley.speech.asr.Transcript.Word;
import java.util.ArrayList;
import java.util.List;
import org.vosk.Recognizer;

/**
 * An utterance's course. Vosk ends utterances by itself where somebody pauses; what it said till
 * then is kept before what follows, for here the caller's turn decides.
 */
final class VoskDecoder implements Decoder {

  private final Recognizer recognizer;
  private final int rate;
  private final Runnable onClose;
  private final List<Word> before = new ArrayList<>();
  private boolean closed;

  VoskDecoder(Recognizer recognizer, int rate, Runnable onClose) {
    this.recognizer = recognizer;
    this.rate = rate;
    this.onClose = onClose;
    recognizer.setWords(true);
  }

  @Override
  public void begin() {
    requireOpen();
    recognizer.reset();
    before.clear();
  }

  @Override
  public void feed(Samples audio) {
    requireOpen();
    if (!audio.isEmpty() && recognizer.acceptWaveForm(audio.toArray(), audio.count())) {
      before.addAll(VoskResult.alternatives(recognizer.getResult(), rate).getFirst().words());
    }
  }

  @Override
  public Transcript partial() {
    requireOpen();
    return joined(new Transcript(VoskResult.partial(recognizer.getPartialResult()), 1));
  }

  @Override
  public List<Transcript> finish(int most) {
    requireOpen();
    if (most < 1) {
      throw new IllegalArgumentException("most must be 1 or more, got " + most);
    }
    recognizer.setMaxAlternatives(most == 1 ? 0 : most);
    String last = recognizer.getFinalResult();
    recognizer.setMaxAlternatives(0);
    List<Transcript> alternatives =
        VoskResult.alternatives(last, rate).stream().limit(most).map(this::joined).toList();
    begin();
    return alternatives;
  }

  private Transcript joined(Transcript last) {
    List<Word> words = new ArrayList<>(before);
    words.addAll(last.words());
    if (words.isEmpty()) {
      return Transcript.EMPTY;
    }
    double sure = last.words().isEmpty() ? 1 : last.confidence();
    for (Word word : before) {
      sure *= word.confidence();
    }
    return new Transcript(words, sure);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      recognizer.close();
      onClose.run();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the decoder is closed");
    }
  }
}
