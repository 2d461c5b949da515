package dev.parley.engine.conversation;

import java.util.Optional;

/**
 * The wish for the caller's words in writing.
 *
 * @param language ISO-639-1, where the caller's is known
 * @param prompt words that are likely to come
 */
public record Transcription(Optional<String> language, Optional<String> prompt) {
  /** Keeps the prompt out of logs. */
  @Override
  public String toString() {
    return "Transcription[%s]".formatted(language.orElse("any language"));
  }
}
