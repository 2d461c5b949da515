package dev.parley.audio.vad;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears speech begin and stop, and says so behind the audio that it took to know.
 *
 * <p>The caller's frames pass unchanged; the detector listens to a copy at 16 kHz. A gap is silence
 * to it, and a long one the beginning of another stream.
 */
public final class VadKernel implements Kernel<Inbound, Inbound>, Tunable<VadSettings> {

  private static final int LONGEST_BRIDGED_GAP = 2; // seconds

  private final SpeechDetectors detectors;
  private final EnergyTrack energy = new EnergyTrack();
  private final Hysteresis hysteresis;
  private final short[] frame = new short[SpeechDetector.FRAME];
  private VadSettings settings;
  private Resampler resampler = new Resampler(SpeechDetector.RATE, SpeechDetector.RATE);
  private int rate = SpeechDetector.RATE;
  private int lead;
  private int filled;
  private long origin = -1;
  private long heard;
  private long lastStop;
  private @Nullable SpeechDetector detector;

  /**
   * @param detectors opened with the first audio, closed with the kernel
   */
  public VadKernel(SpeechDetectors detectors, VadSettings settings) {
    this.detectors = detectors;
    this.settings = settings;
    hysteresis = new Hysteresis(settings);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    resampler = new Resampler(SpeechDetector.RATE);
    resampler.negotiate(in);
    rate = in.rate();
    // The resampler gives its output a little late. The detector's frames are laid as much
    // earlier, so that one is complete with each of the caller's and not with the one after.
    lead = Math.round((float) resampler.delay() * SpeechDetector.RATE / rate);
    reset();
    return in;
  }

  @Override
  public Class<VadSettings> settingsType() {
    return VadSettings.class;
  }

  @Override
  public void tune(VadSettings other) {
    settings = other;
    hysteresis.tune(other);
  }

  @Override
  public void accept(Inbound input, Consumer<? super Inbound> out) {
    out.accept(input);
    switch (input) {
      case Captured captured -> {
        if (detector == null) {
          detector = detectors.open();
        }
        if (origin < 0) {
          origin = captured.position().sample();
        }
        listen(detector, captured.samples(), out);
      }
      case Gap gap -> {
        if (detector != null && origin >= 0 && gap.samples() <= (long) LONGEST_BRIDGED_GAP * rate) {
          listen(detector, Samples.silence((int) gap.samples()), out);
        } else {
          stopIfSpeaking(out);
          reset();
        }
      }
      case Signal signal -> {}
    }
  }

  /** At the end of the input, whoever speaks has stopped. */
  @Override
  public void flush(Consumer<? super Inbound> out) {
    if (detector != null) {
      SpeechDetector open = detector;
      resampler.flush(samples -> hear(open, samples, out));
    }
    stopIfSpeaking(out);
  }

  @Override
  public void close() {
    if (detector != null) {
      detector.close();
    }
  }

  @Override
  public void reset() {
    if (detector != null) {
      detector.reset();
    }
    resampler.reset();
    energy.reset();
    hysteresis.reset();
    Arrays.fill(frame, (short) 0);
    filled = lead;
    origin = -1;
    heard = 0;
    lastStop = 0;
  }

  private void listen(SpeechDetector open, Samples samples, Consumer<? super Inbound> out) {
    resampler.accept(samples, resampled -> hear(open, resampled, out));
  }

  private void hear(SpeechDetector open, Samples samples, Consumer<? super Inbound> out) {
    int taken = 0;
    while (taken < samples.count()) {
      int count = Math.min(samples.count() - taken, frame.length - filled);
      samples.slice(taken, taken + count).copyTo(frame, filled);
      filled += count;
      taken += count;
      if (filled == frame.length) {
        filled = 0;
        hearFrame(open, out);
      }
    }
  }

  private void hearFrame(SpeechDetector open, Consumer<? super Inbound> out) {
    heard += frame.length;
    energy.accept(frame);
    switch (hysteresis.accept(open.probability(frame))) {
      case STARTED -> {
        long padding = Position.samples(settings.prefixPadding(), SpeechDetector.RATE);
        long start = Math.max(lastStop, energy.onset(lastStop) - padding);
        out.accept(new Signal.SpeechStarted(at(start - lead), at(heard)));
      }
      case STOPPED -> stopped(out);
      case NONE -> {}
    }
  }

  private void stopIfSpeaking(Consumer<? super Inbound> out) {
    if (hysteresis.speaking()) {
      stopped(out);
      hysteresis.reset();
    }
  }

  private void stopped(Consumer<? super Inbound> out) {
    long last = heard - (long) hysteresis.framesSilent() * frame.length;
    long padding = Position.samples(settings.prefixPadding(), SpeechDetector.RATE);
    lastStop = Math.min(heard, energy.ending(last) + padding);
    out.accept(new Signal.SpeechStopped(at(lastStop - lead), at(heard)));
  }

  /** A place of the detector's in the caller's stream. */
  private Position at(long sample) {
    Position since = new Position(Math.max(0, sample), SpeechDetector.RATE).at(rate);
    return since.plus(Math.max(0, origin));
  }
}
