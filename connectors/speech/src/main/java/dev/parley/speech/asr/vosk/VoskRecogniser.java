package dev.parley.speech.asr.vosk;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Lending;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import org.vosk.Model;
import org.vosk.Recognizer;

/**
 * Vosk with a model of the user's: dictation; and words that are known before, if the model's graph
 * is one that can be bound to them (the small models). Listens at 16 kHz.
 *
 * <p>Made by a look at the folder; the first decoder loads the model, which takes seconds. Beams
 * have no effect: Vosk takes them from the model's own configuration. Native code that meets a
 * model file broken in the middle ends its process, so use it through {@code ChildRecogniser} where
 * that matters.
 */
public final class VoskRecogniser implements Recogniser {

  private static final int RATE = 16_000;

  private final VoskFolder folder;
  private final Optional<String> language;
  private final Lending<Model> model = new Lending<>(this::load, Model::close);

  private VoskRecogniser(VoskFolder folder, Optional<String> language) {
    this.folder = folder;
    this.language = language;
  }

  /**
   * A model whose language nobody has told: it takes dictation in any.
   *
   * @throws RecogniserException in one sentence, if the folder holds no model
   */
  public static VoskRecogniser of(Path folder) {
    return new VoskRecogniser(VoskFolder.check(folder), Optional.empty());
  }

  /**
   * A model of that language.
   *
   * @param language ISO-639-1
   * @throws RecogniserException in one sentence, if the folder holds no model
   */
  public static VoskRecogniser of(Path folder, String language) {
    return new VoskRecogniser(VoskFolder.check(folder), Optional.of(language));
  }

  @Override
  public String name() {
    return "vosk";
  }

  @Override
  public int rate() {
    return RATE;
  }

  /** Two a processor. */
  @Override
  public int capacity() {
    return 2 * Runtime.getRuntime().availableProcessors();
  }

  @Override
  public boolean can(Task task) {
    return switch (task) {
      case Task.Expected expected -> folder.isDynamic();
      case Task.Dictation(Optional<String> wanted) ->
          language.isEmpty() || wanted.isEmpty() || wanted.equals(language);
    };
  }

  @Override
  public Decoder open(Task task, Beam beam) {
    if (!can(task)) {
      throw new IllegalArgumentException(
          task instanceof Task.Expected
              ? "this Vosk model cannot be bound to expected words; take one of the small models"
              : "this Vosk model is of another language than the one that is wanted");
    }
    Model loaded = model.borrow();
    try {
      Recognizer recognizer =
          switch (task) {
            case Task.Expected(LanguageModel words) ->
                new Recognizer(loaded, RATE, Grammar.of(words));
            case Task.Dictation dictation -> new Recognizer(loaded, RATE);
          };
      return new VoskDecoder(recognizer, RATE, model::giveBack);
    } catch (IOException | RuntimeException e) {
      model.giveBack();
      throw new RecogniserException(
          "Vosk cannot make a recogniser from the model in " + folder.path(), e);
    }
  }

  private Model load() {
    try {
      LibVosk.setLogLevel(LogLevel.WARNINGS);
      return new Model(folder.path().toString());
    } catch (IOException e) {
      throw new RecogniserException("Vosk cannot load the model in " + folder.path(), e);
    } catch (LinkageError e) {
      throw new RecogniserException("Vosk's native library does not load on this machine", e);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
