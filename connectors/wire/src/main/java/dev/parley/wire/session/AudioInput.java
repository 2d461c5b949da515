package dev.parley.wire.session;

import dev.parley.wire.audio.AudioFormatSpec;
import java.util.Optional;

/**
 * What happens to the caller's audio.
 *
 * @param turnDetection empty: the client commits each turn
 */
public record AudioInput(
    AudioFormatSpec format,
    Optional<Transcription> transcription,
    Optional<NoiseReduction> noiseReduction,
    Optional<TurnDetection> turnDetection) {

  private static final AudioInput DEFAULTS =
      new AudioInput(
          AudioFormatSpec.PCM,
          /* transcription= */ Optional.empty(),
          /* noiseReduction= */ Optional.empty(),
          Optional.of(TurnDetection.ServerVad.defaults()));

  /** PCM, turns by silence, no transcription. */
  public static AudioInput defaults() {
    return DEFAULTS;
  }
}
