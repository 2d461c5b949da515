package dev.parley.speech.asr.whisper;

import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Lending;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import io.github.givimad.whisperjni.WhisperState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whisper (whisper.cpp) with a model of the user's: dictation, an utterance at a time, at 16 kHz.
 *
 * <p>Made by a look at the file's head; the first decoder loads the model, which takes seconds.
 * Narrow and normal beams decode greedily, a wide one searches. Native code that meets a model file
 * broken in the middle ends its process, so use it through {@code ChildRecogniser} where that
 * matters.
 */
public final class WhisperRecogniser implements Recogniser {

  static final int RATE = 16_000;

  private static final int WIDE_BEAM = 5;

  private final WhisperFile file;
  private final Lending<Loaded> model =
      new Lending<>(this::load, loaded -> loaded.context().close());

  private record Loaded(WhisperJNI library, WhisperContext context) {}

  private WhisperRecogniser(WhisperFile file) {
    this.file = file;
  }

  /**
   * @throws RecogniserException in one sentence, if the file is no model
   */
  public static WhisperRecogniser of(Path file) {
    return new WhisperRecogniser(WhisperFile.check(file));
  }

  @Override
  public String name() {
    return "whisper";
  }

  @Override
  public int rate() {
    return RATE;
  }

  /** One a processor: each decoding keeps one busy for as long as it takes. */
  @Override
  public int capacity() {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public boolean can(Task task) {
    return task instanceof Task.Dictation(Optional<String> language)
        && (file.isMultilingual() || language.isEmpty() || language.get().equals("en"));
  }

  @Override
  public Decoder open(Task task, Beam beam) {
    if (!(task instanceof Task.Dictation(Optional<String> language))) {
      throw new IllegalArgumentException(
          "whisper takes only dictation; choose another recogniser for expected words");
    }
    if (!can(task)) {
      throw new IllegalArgumentException("this Whisper model knows English only");
    }
    Loaded loaded = model.borrow();
    WhisperState state = loaded.library().initState(loaded.context());
    if (state == null) {
      model.giveBack();
      throw new RecogniserException("Whisper has no memory for one more decoder");
    }
    return new WhisperDecoder(
        loaded.library(), loaded.context(), state, parameters(language, beam), model::giveBack);
  }

  private WhisperFullParams parameters(Optional<String> language, Beam beam) {
    WhisperFullParams parameters =
        new WhisperFullParams(
            beam == Beam.WIDE
                ? WhisperSamplingStrategy.BEAN_SEARCH
                : WhisperSamplingStrategy.GREEDY);
    if (beam == Beam.WIDE) {
      parameters.beamSearchBeamSize = WIDE_BEAM;
    }
    parameters.nThreads = 1;
    parameters.noContext = true; // one utterance must not change the next
    parameters.suppressBlank = true;
    parameters.suppressNonSpeechTokens = true;
    parameters.printProgress = false;
    parameters.printTimestamps = false;
    parameters.language = file.isMultilingual() ? language.orElse("auto") : "en";
    return parameters;
  }

  private Loaded load() {
    WhisperJNI library = library();
    try {
      WhisperContext context = library.initNoState(file.path());
      if (context == null) {
        throw new RecogniserException("Whisper cannot load the model " + file.path());
      }
      return new Loaded(library, context);
    } catch (IOException e) {
      throw new RecogniserException("Whisper cannot load the model " + file.path(), e);
    }
  }

  private static WhisperJNI library() {
    try {
      WhisperJNI.loadLibrary();
      WhisperJNI.setLibraryLogger(null); // it tells what is in the model, on each load
    } catch (IOException | LinkageError e) {
      throw new RecogniserException("Whisper's native library does not load on this machine", e);
    }
    return new WhisperJNI();
  }

  @Override
  public void close() {
    model.close();
  }
}
