package dev.parley.wire.session;

import dev.parley.wire.audio.AudioFormatSpec;

/**
 * How the assistant sounds.
 *
 * @param speed 0.25 to 1.5
 */
public record AudioOutput(AudioFormatSpec format, Voice voice, double speed) {

  private static final AudioOutput DEFAULTS =
      new AudioOutput(AudioFormatSpec.PCM, Voice.named("marin"), /* speed= */ 1.0);

  /** PCM, the voice marin, not sped up. */
  public static AudioOutput defaults() {
    return DEFAULTS;
  }
}
