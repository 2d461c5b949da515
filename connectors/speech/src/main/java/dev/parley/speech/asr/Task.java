package dev.parley.speech.asr;

import dev.parley.schema.spoken.LanguageModel;
import java.util.Optional;

/** What is to be recognised. */
public sealed interface Task {

  /** Words that are known before: the best that a small recogniser can do. */
  record Expected(LanguageModel model) implements Task {}

  /**
   * Anything.
   *
   * @param language ISO-639-1, where it is known
   */
  record Dictation(Optional<String> language) implements Task {}
}
