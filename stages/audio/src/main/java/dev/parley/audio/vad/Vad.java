package dev.parley.audio.vad;

import dev.parley.engine.frame.Inbound;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;

/**
 * Voice-activity detection as a stage: adds {@code SpeechStarted} and {@code SpeechStopped}
 * in-band.
 */
public final class Vad {

  private Vad() {}

  /** By this detector, at its own operating point. */
  public static Stage<Inbound> with(SpeechDetectors detectors) {
    return with(detectors, detectors.settings());
  }

  /** By this detector, at an operating point of one's own, or off to begin with. */
  public static Stage<Inbound> with(SpeechDetectors detectors, VadTuning tuning) {
    return KernelStage.inbound("vad." + detectors.name(), () -> new VadKernel(detectors, tuning));
  }
}
