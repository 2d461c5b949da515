package dev.parley.speech.asr.pocketsphinx;

import java.nio.file.Path;

/**
 * Where PocketSphinx' models lie, and what they may cost.
 *
 * @param acoustic folder of the acoustic model: {@code mdef}, {@code means}, {@code feat.params}
 *     and so on
 * @param dictionary pronunciations for dictation, in CMU's form
 * @param dictation language model for dictation, ARPA or the library's binary form
 * @param cached how many compiled language models are kept as files; 1 or more
 * @param decodersPerCore how many decoders one processor can serve while all of their callers
 *     speak; 1 or more
 */
public record PocketSettings(
    Path acoustic, Path dictionary, Path dictation, int cached, int decodersPerCore) {

  private static final Path MODELS = Path.of("/usr/share/pocketsphinx/model/en-us");

  public PocketSettings {
    if (cached < 1) {
      throw new IllegalArgumentException("cached must be 1 or more, got " + cached);
    }
    if (decodersPerCore < 1) {
      throw new IllegalArgumentException("decodersPerCore must be 1 or more: " + decodersPerCore);
    }
  }

  /**
   * American English, where Debian's package pocketsphinx-en-us puts it; 64 language models; 6
   * decoders a core: a pass takes 0.08 s of processor time for a second of speech, partial results
   * up to three times as much, and a caller is silent more than half of the time.
   */
  public static PocketSettings defaults() {
    return new PocketSettings(
        MODELS.resolve("en-us"),
        MODELS.resolve("cmudict-en-us.dict"),
        MODELS.resolve("en-us.lm.bin"),
        /* cached= */ 64,
        /* decodersPerCore= */ 6);
  }

  public PocketSettings withAcoustic(Path folder) {
    return new PocketSettings(folder, dictionary, dictation, cached, decodersPerCore);
  }

  public PocketSettings withDictionary(Path file) {
    return new PocketSettings(acoustic, file, dictation, cached, decodersPerCore);
  }

  public PocketSettings withDictation(Path file) {
    return new PocketSettings(acoustic, dictionary, file, cached, decodersPerCore);
  }

  public PocketSettings withCached(int models) {
    return new PocketSettings(acoustic, dictionary, dictation, models, decodersPerCore);
  }

  public PocketSettings withDecodersPerCore(int decoders) {
    return new PocketSettings(acoustic, dictionary, dictation, cached, decoders);
  }
}
