package dev.parley.audio.vad;

import dev.parley.audio.resample.Resampler;
import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears speech begin and stop, and says so behind the audio that it took to know.
 *
 * <p>The caller's frames pass unchanged; the detector listens to a copy at its own rate. A gap is
 * silence to it, and a long one the beginning of another stream.
 *
 * <p>May be switched off and on in mid-call. While it is off, and until it has heard something, it
 * holds no detector and no buffers. Speech that it was hearing when it was switched off is not said
 * to stop; switched on, it begins a stream where the caller's audio then is.
 */
public final class VadKernel implements Kernel<Inbound, Inbound>, Tunable<VadTuning> {

  private static final int LONGEST_BRIDGED_GAP = 2; // seconds

  private final SpeechDetectors detectors;
  private int rate = SpeechDetector.RATE;
  private @Nullable VadSettings settings; // null while off
  private @Nullable Listener listener;

  /**
   * @param detectors opened with the first audio, closed with the kernel
   */
  public VadKernel(SpeechDetectors detectors, VadTuning tuning) {
    this.detectors = detectors;
    tune(tuning);
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    new Resampler(SpeechDetector.RATE).negotiate(in); // refuses here what it could not hear later
    rate = in.rate();
    return in;
  }

  @Override
  public Class<VadTuning> settingsType() {
    return VadTuning.class;
  }

  @Override
  public void tune(VadTuning tuning) {
    switch (tuning) {
      case VadSettings on -> {
        settings = on;
        if (listener != null) {
          listener.tune(on);
        }
      }
      case VadTuning.Off off -> {
        settings = null;
        close();
      }
    }
  }

  @Override
  public void accept(Inbound input, Consumer<? super Inbound> out) {
    out.accept(input);
    if (settings != null) {
      switch (input) {
        case Captured captured -> {
          if (listener == null) {
            listener = new Listener(detectors.open(rate), settings, rate);
          }
          listener.hear(captured.position(), captured.samples(), out);
        }
        case Gap gap -> hearGap(gap, out);
        case Signal signal -> {}
      }
    }
  }

  /** At the end of the input, whoever speaks has stopped. */
  @Override
  public void flush(Consumer<? super Inbound> out) {
    if (listener != null) {
      listener.flush(out);
    }
  }

  @Override
  public void close() {
    if (listener != null) {
      listener.close();
      listener = null;
    }
  }

  @Override
  public void reset() {
    if (listener != null) {
      listener.reset();
    }
  }

  private void hearGap(Gap gap, Consumer<? super Inbound> out) {
    if (listener == null) {
      return;
    }
    if (listener.hasBegun() && gap.samples() <= (long) LONGEST_BRIDGED_GAP * rate) {
      listener.hear(gap.position(), Samples.silence((int) gap.samples()), out);
    } else {
      listener.stopIfSpeaking(out);
      listener.reset();
    }
  }
}
