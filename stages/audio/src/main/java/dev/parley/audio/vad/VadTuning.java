package dev.parley.audio.vad;

/**
 * How a voice-activity detector works: by settings, or not at all.
 *
 * <pre>{@code
 * call.tune("vad.silero", VadTuning.off());
 * call.tune("vad.silero", VadSettings.defaults().withThreshold(0.7));
 * }</pre>
 */
public sealed interface VadTuning permits VadSettings, VadTuning.Off {

  /** Hears nothing, and costs nothing. */
  static VadTuning off() {
    return Off.OFF;
  }

  /** The one way to be off. */
  enum Off implements VadTuning {
    OFF
  }
}
