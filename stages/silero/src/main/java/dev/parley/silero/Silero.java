package dev.parley.silero;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadSettings;

/**
 * Silero VAD v6 as a kind of speech detector: the best that runs offline, at half a percent of a
 * core a stream.
 *
 * <p>The network (2.3 MB, MIT) is taken out of an npm package when Parley is built; {@link
 * #isAvailable} tells whether it was.
 */
public final class Silero implements SpeechDetectors {

  private final VadSettings settings;

  private Silero(VadSettings settings) {
    this.settings = settings;
  }

  /** At the operating point that was found best over many kinds of recordings. */
  public static Silero defaults() {
    return new Silero(VadSettings.defaults());
  }

  /** Whether the network came with this build. */
  public static boolean isAvailable() {
    return SileroModel.isPresent();
  }

  @Override
  public String name() {
    return "silero";
  }

  @Override
  public VadSettings settings() {
    return settings;
  }

  @Override
  public SpeechDetector open() {
    return new SileroDetector(SileroModel.shared());
  }
}
