package dev.parley.speech.asr.pocketsphinx;

import dev.parley.schema.spoken.LanguageModel;
import dev.parley.speech.asr.Beam;
import dev.parley.speech.asr.Decoder;
import dev.parley.speech.asr.Recogniser;
import dev.parley.speech.asr.RecogniserException;
import dev.parley.speech.asr.Task;
import java.util.OptionalLong;

/**
 * PocketSphinx: fast and small, good at words that are known before, poor at anything else.
 *
 * <p>American English at 16 kHz. A decoder costs 4 MB and 10 to 16 ms; those for dictation cost
 * more, and are kept for the next caller. The library's C code ends the whole process on some
 * broken model files; those whose checksum tells are refused before, but whoever does not trust his
 * files runs it in a child process.
 */
public final class PocketSphinx implements Recogniser {

  private static final int RATE = 16_000;
  private static final long DECODER_BYTES = 12L << 20;

  private final Library library;
  private final PocketSettings settings;
  private final ModelFolder models;
  private final Dictations dictations;

  /**
   * Loads the library, opens no model.
   *
   * @throws RecogniserException if the library or a file of the acoustic model is missing or broken
   */
  public PocketSphinx(PocketSettings settings) {
    this.settings = settings;
    ModelCheck.acoustic(settings.acoustic());
    try {
      library = Library.load();
    } catch (LinkageError e) {
      throw new RecogniserException("PocketSphinx is not installed: no " + Library.FILE, e);
    }
    models = new ModelFolder(settings.cached());
    dictations = new Dictations(Runtime.getRuntime().availableProcessors(), this::dictation);
  }

  /** Whether library and default models are installed. Never throws. */
  public static boolean isAvailable() {
    return isAvailable(PocketSettings.defaults());
  }

  /** Whether the library and these models are there. Never throws. */
  public static boolean isAvailable(PocketSettings settings) {
    try (PocketSphinx probe = new PocketSphinx(settings)) {
      return probe.capacity() > 0;
    } catch (RuntimeException e) {
      return false; // that is the answer
    }
  }

  @Override
  public String name() {
    return "pocketsphinx";
  }

  @Override
  public int rate() {
    return RATE;
  }

  /**
   * What memory carries, 12 MB each, and processors do, see {@link PocketSettings#decodersPerCore};
   * at least 1. Changes with what is free.
   */
  @Override
  public int capacity() {
    long cores = Runtime.getRuntime().availableProcessors();
    long byCores = cores * settings.decodersPerCore();
    OptionalLong free = FreeMemory.bytes();
    long byMemory = free.isPresent() ? free.getAsLong() / DECODER_BYTES : byCores;
    return Math.clamp(Math.min(byCores, byMemory), 1, Integer.MAX_VALUE);
  }

  @Override
  public boolean can(Task task) {
    return switch (task) {
      case Task.Expected ignored -> true;
      case Task.Dictation dictation ->
          dictation.language().map("en"::equals).orElse(true)
              && ModelCheck.isFile(settings.dictionary())
              && ModelCheck.isFile(settings.dictation());
    };
  }

  @Override
  public Decoder open(Task task, Beam beam) {
    return switch (task) {
      case Task.Expected expected -> expected(expected.model(), beam);
      case Task.Dictation dictation -> {
        if (dictation.language().isPresent() && !dictation.language().get().equals("en")) {
          throw new IllegalArgumentException("PocketSphinx takes dictation in English only");
        }
        yield new PocketDecoder(
            dictations.take(beam), RATE, decoder -> dictations.giveBack(decoder, beam));
      }
    };
  }

  private Decoder expected(LanguageModel model, Beam beam) {
    if (model.pronunciations().isEmpty()) {
      throw new IllegalArgumentException("a language model must hold a word at least");
    }
    NativeDecoder decoder =
        models.with(
            model,
            (arpa, dictionary) ->
                new NativeDecoder(
                    library, Search.expected(settings.acoustic(), arpa, dictionary, beam)));
    return new PocketDecoder(decoder, RATE, NativeDecoder::close);
  }

  private NativeDecoder dictation(Beam beam) {
    ModelCheck.file(settings.dictionary(), "dictionary");
    ModelCheck.file(settings.dictation(), "language model for dictation");
    return new NativeDecoder(
        library,
        Search.dictation(settings.acoustic(), settings.dictation(), settings.dictionary(), beam));
  }

  @Override
  public void close() {
    dictations.close();
    models.close();
  }
}
