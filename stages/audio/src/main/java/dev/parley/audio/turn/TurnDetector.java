package dev.parley.audio.turn;

import dev.parley.engine.frame.Inbound;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;

/** Turn detection as a stage: adds {@code TurnEnded} in-band. Wants a VAD before it. */
public final class TurnDetector {

  private TurnDetector() {}

  /** By silence alone. */
  public static Stage<Inbound> silence(Eagerness eagerness) {
    return silence(TurnSettings.of(eagerness));
  }

  /** By silence alone, with waits of one's own, or off to begin with. */
  public static Stage<Inbound> silence(TurnTuning tuning) {
    return KernelStage.inbound("turn.silence", () -> new SilenceKernel(tuning));
  }
}
