package dev.parley.audio.resample;

import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;

/** Stages that change the sample rate. They cost nothing where the rate is right already. */
public final class Resample {

  private Resample() {}

  /** Brings the caller's audio to a rate, one of {@link Resampler#RATES}. */
  public static Stage<Inbound> captured(int rate) {
    Resampler.requireKnown(rate); // here, not when the call begins
    return KernelStage.captured("resample", () -> new Resampler(rate));
  }

  /** Brings a reply's audio to a rate, one of {@link Resampler#RATES}. */
  public static Stage<Outbound> spoken(int rate) {
    Resampler.requireKnown(rate);
    return KernelStage.spoken("resample", () -> new Resampler(rate));
  }
}
