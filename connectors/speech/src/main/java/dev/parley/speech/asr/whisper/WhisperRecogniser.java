package dev.parley.speech.asr.whisper;

import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
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
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

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
  private final ReentrantLock loading = new ReentrantLock();
  private @Nullable WhisperJNI whisper;
  private @Nullable WhisperContext context;
  private int decoders;
  private boolean closed;

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
    loading.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the recogniser is closed");
      }
      WhisperJNI library = library();
      WhisperContext loaded = context(library);
      WhisperState state = library.initState(loaded);
      if (state == null) {
        throw new RecogniserException("Whisper has no memory for one more decoder");
      }
      decoders++;
      return new WhisperDecoder(library, loaded, state, parameters(language, beam), this::giveBack);
    } finally {
      loading.unlock();
    }
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

  private WhisperJNI library() {
    if (whisper == null) {
      try {
        WhisperJNI.loadLibrary();
        WhisperJNI.setLibraryLogger(null); // it tells what is in the model, on each load
      } catch (IOException | LinkageError e) {
        throw new RecogniserException("Whisper's native library does not load on this machine", e);
      }
      whisper = new WhisperJNI();
    }
    return whisper;
  }

  private WhisperContext context(WhisperJNI library) {
    if (context == null) {
      WhisperContext loaded;
      try {
        loaded = library.initNoState(file.path());
      } catch (IOException e) {
        throw new RecogniserException("Whisper cannot load the model " + file.path(), e);
      }
      if (loaded == null) {
        throw new RecogniserException("Whisper cannot load the model " + file.path());
      }
      context = loaded;
    }
    return context;
  }

  private void giveBack() {
    loading.lock();
    try {
      decoders--;
      freeIfUnused();
    } finally {
      loading.unlock();
    }
  }

  @Override
  public void close() {
    loading.lock();
    try {
      closed = true;
      freeIfUnused();
    } finally {
      loading.unlock();
    }
  }

  /** Native memory must not go while somebody uses it. */
  private void freeIfUnused() {
    if (closed && decoders == 0 && context != null) {
      context.close();
      context = null;
    }
  }
}
