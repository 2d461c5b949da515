package dev.parley.engine.conversation;

import java.util.Optional;

/**
 * The wish for the caller's words in writing.
 *
 * @param language ISO-639-1, where the caller's is known
 * @param prompt words that are likely to come
 * @param delay how long words may be waited for; empty leaves it to the model
 * @param withoutTurns nobody tells where speech begins: all audio may be speech
 */
public record Transcription(
    Optional<String> language,
    Optional<String> prompt,
    Optional<Delay> delay,
    boolean withoutTurns) {

  /** How long words may be waited for: the longer, the surer they are. */
  public enum Delay {
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH,
    XHIGH
  }

  /** With the model's own delay, where a detector tells of speech. */
  public Transcription(Optional<String> language, Optional<String> prompt) {
    this(language, prompt, /* delay= */ Optional.empty(), /* withoutTurns= */ false);
  }

  /** The same, with this delay. */
  public Transcription withDelay(Delay other) {
    return new Transcription(language, prompt, Optional.of(other), withoutTurns);
  }

  /** The same, with or without turns. */
  public Transcription withoutTurns(boolean other) {
    return new Transcription(language, prompt, delay, other);
  }

  /** Keeps the prompt out of logs. */
  @Override
  public String toString() {
    return "Transcription[%s]".formatted(language.orElse("any language"));
  }
}
