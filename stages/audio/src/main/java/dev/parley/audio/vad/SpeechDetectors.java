package dev.parley.audio.vad;

/** A kind of speech detector. Safe for any thread; each stream opens its own. */
public interface SpeechDetectors {

  /** The name by which plans and the command line call it. */
  String name();

  /** The settings that fit its probabilities. */
  VadSettings settings();

  SpeechDetector open();
}
