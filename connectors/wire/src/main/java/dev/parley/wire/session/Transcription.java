package dev.parley.wire.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the caller's speech is written down.
 *
 * @param model the recogniser
 * @param language ISO 639-1; empty: found out
 * @param prompt words to expect
 * @param delay how long it may wait for more speech
 * @param keywords words to expect, one by one
 * @param languages those that may be spoken
 */
public record Transcription(
    String model,
    Optional<String> language,
    Optional<String> prompt,
    Optional<Delay> delay,
    List<String> keywords,
    List<String> languages) {

  private static final Set<String> WITHOUT_TURNS =
      Set.of("gpt-realtime-whisper", "gpt-live-transcribe");

  public Transcription {
    keywords = List.copyOf(keywords);
    languages = List.copyOf(languages);
  }

  public static Transcription by(String model) {
    return new Transcription(
        model,
        /* language= */ Optional.empty(),
        /* prompt= */ Optional.empty(),
        /* delay= */ Optional.empty(),
        /* keywords= */ List.of(),
        /* languages= */ List.of());
  }

  /** This model writes as audio arrives, and so takes no turn detection in its own sessions. */
  public boolean withoutTurnDetection() {
    return WITHOUT_TURNS.contains(model);
  }

  @Override
  public String toString() {
    return "Transcription[" + model + ", language=" + language.orElse("any") + "]";
  }
}
