package dev.parley.audio.vad;

/** A kind of speech detector. Safe for any thread; each stream opens its own. */
public interface SpeechDetectors {

  /** The name by which plans and the command line call it. */
  String name();

  /** The settings that fit its probabilities. */
  VadSettings settings();

  /** One for the usual rate, {@value SpeechDetector#RATE} Hz. */
  SpeechDetector open();

  /**
   * One for a caller's audio at some rate. What it hears is that audio at the detector's own {@link
   * SpeechDetector#rate}, which a kind may choose by the caller's.
   *
   * @param callersRate in Hz
   */
  default SpeechDetector open(int callersRate) {
    return open();
  }
}
