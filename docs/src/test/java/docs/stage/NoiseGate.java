package docs.stage;

import dev.parley.audio.level.Level;
import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import java.util.function.Consumer;

// <stage>
/** Silences frames that are too quiet to be a voice. */
public final class NoiseGate implements Kernel<Samples, Samples> {

  private final double threshold;

  private NoiseGate(double threshold) {
    this.threshold = threshold;
  }

  /**
   * A room on the caller's side.
   *
   * @param threshold in dBFS, below zero; quieter frames are silenced
   */
  public static Stage<Inbound> below(double threshold) {
    if (!(threshold < 0)) {
      throw new IllegalArgumentException("threshold must be below 0 dBFS, got " + threshold);
    }
    return KernelStage.captured("noise-gate", () -> new NoiseGate(threshold));
  }

  @Override
  public void accept(Samples frame, Consumer<? super Samples> out) {
    boolean quiet = Level.of(frame).rms() < threshold;
    out.accept(quiet ? Samples.silence(frame.count()) : frame);
  }
}
// </stage>
