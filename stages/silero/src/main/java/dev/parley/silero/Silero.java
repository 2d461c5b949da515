package dev.parley.silero;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadSettings;

/**
 * Silero VAD v6 as a kind of speech detector: the best that runs offline, at half a percent of a
 * core a stream.
 *
 * <p>Telephone audio at 8 kHz goes to a network of its own for that rate; all else is heard at 16.
 *
 * <p>The networks (2.3 MB, MIT) are taken out of an npm package when Parley is built; {@link
 * #isAvailable} tells whether they were.
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
    return open(SpeechDetector.RATE);
  }

  @Override
  public SpeechDetector open(int callersRate) {
    boolean telephone = callersRate == SileroStreams.TELEPHONE;
    int rate = telephone ? SileroStreams.TELEPHONE : SpeechDetector.RATE;
    return new SileroDetector(SileroModel.shared(), rate);
  }
}
