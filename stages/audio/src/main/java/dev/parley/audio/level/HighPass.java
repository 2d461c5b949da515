package dev.parley.audio.level;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import java.util.function.Consumer;

/**
 * Takes low frequencies and offsets away: a Butterworth high-pass of second order, by the bilinear
 * transform, with the gain of a high frequency exactly 1. No latency.
 */
public final class HighPass implements Kernel<Samples, Samples>, Tunable<HighPassSettings> {

  private static final double BUTTERWORTH_Q = Math.sqrt(0.5);

  private HighPassSettings settings;
  private int rate = 24_000;
  private double b;
  private double a1;
  private double a2;
  private double state1;
  private double state2;

  public HighPass(HighPassSettings settings) {
    this.settings = settings;
    design();
  }

  /** A stage on the caller's side. */
  public static Stage<Inbound> captured(HighPassSettings settings) {
    return KernelStage.captured("high-pass", () -> new HighPass(settings));
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    rate = in.rate();
    design();
    return in;
  }

  @Override
  public Class<HighPassSettings> settingsType() {
    return HighPassSettings.class;
  }

  /** What rings on keeps ringing by the new settings: a change does not click. */
  @Override
  public void tune(HighPassSettings next) {
    settings = next;
    design();
  }

  @Override
  public void accept(Samples input, Consumer<? super Samples> out) {
    short[] output = new short[input.count()];
    for (int i = 0; i < output.length; i++) {
      double x = input.at(i);
      double y = b * x + state1; // the numerator is b, -2b, b
      state1 = -2 * b * x - a1 * y + state2;
      state2 = b * x - a2 * y;
      output[i] = (short) Math.clamp(Math.round(y), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    out.accept(Samples.wrap(output));
  }

  @Override
  public void reset() {
    state1 = 0;
    state2 = 0;
  }

  private void design() {
    double k = Math.tan(Math.PI * settings.cutoff() / rate);
    double norm = 1 + k / BUTTERWORTH_Q + k * k;
    b = 1 / norm;
    a1 = 2 * (k * k - 1) / norm;
    a2 = (1 - k / BUTTERWORTH_Q + k * k) / norm;
  }
}
