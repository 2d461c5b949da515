package dev.parley.audio.level;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import java.util.function.Consumer;

/**
 * Makes audio louder or softer. A change runs linearly in dB, sample by sample; what gets too loud
 * saturates. The first settings hold from the first sample on.
 */
public final class Gain implements Kernel<Samples, Samples>, Tunable<GainSettings> {

  private int rate = 1;
  private double now;
  private double goal;
  private double step;

  public Gain(GainSettings settings) {
    goal = settings.decibels();
    now = goal;
  }

  /** A stage on the caller's side. */
  public static Stage<Inbound> captured(GainSettings settings) {
    return KernelStage.captured("gain", () -> new Gain(settings));
  }

  /** A stage on the reply's side. */
  public static Stage<Outbound> spoken(GainSettings settings) {
    return KernelStage.spoken("gain", () -> new Gain(settings));
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    rate = in.rate();
    return in;
  }

  @Override
  public Class<GainSettings> settingsType() {
    return GainSettings.class;
  }

  @Override
  public void tune(GainSettings settings) {
    goal = settings.decibels();
    step = (goal - now) / Math.max(1, Position.samples(settings.ramp(), rate));
  }

  @Override
  public void accept(Samples input, Consumer<? super Samples> out) {
    if (now == goal && now == 0) {
      out.accept(input);
      return;
    }
    short[] output = new short[input.count()];
    double factor = factor(now);
    for (int i = 0; i < output.length; i++) {
      if (now != goal) {
        now = Math.abs(goal - now) <= Math.abs(step) ? goal : now + step;
        factor = factor(now);
      }
      output[i] =
          (short) Math.clamp(Math.round(input.at(i) * factor), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    out.accept(Samples.wrap(output));
  }

  /** Keeps the settings that were tuned last, and is there at once. */
  @Override
  public void reset() {
    now = goal;
  }

  private static double factor(double decibels) {
    return Math.pow(10, decibels / 20);
  }
}
