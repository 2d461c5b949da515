package dev.parley.speech.asr.effort;

import dev.parley.engine.frame.Samples;
import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.Task;
import dev.parley.speech.asr.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decoder for one language model, opened when it is first needed and used for every view: opening
 * costs as much as a word. One thread at a time.
 */
final class Ear implements AutoCloseable {

  private final Recogniser recogniser;
  private final LanguageModel model;
  private final Beam beam;
  private final int alternatives;
  private @Nullable Decoder decoder;

  Ear(Recogniser recogniser, LanguageModel model, Beam beam, int alternatives) {
    this.recogniser = recogniser;
    this.model = model;
    this.beam = beam;
    this.alternatives = alternatives;
  }

  /** What is heard in this view, with times of the audio as it is. */
  List<Transcript> hear(Samples audio, View view) {
    Decoder open = decoder;
    if (open == null) {
      open = recogniser.open(new Task.Expected(model), beam);
      decoder = open;
    }
    open.begin();
    open.feed(view.of(audio));
    return open.finish(alternatives).stream().map(view::back).toList();
  }

  @Override
  public void close() {
    if (decoder != null) {
      decoder.close();
      decoder = null;
    }
  }
}
