package dev.parley.audio.tempo;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes speech faster or slower and leaves its pitch as it is.
 *
 * <p>After Verhelst and Roelands, "An overlap-add technique based on waveform similarity (WSOLA)
 * for high quality time-scale modification of speech" (ICASSP 1993): every 15 ms the output goes
 * over, in a cross-fade, to another place of the input, which lies about where the speed wants it
 * and continues most like what was being played.
 *
 * <p>{@code n} samples in make {@code round(n / speed)} out once flushed, and begin and end with
 * the input's own. The output does not depend on how the input is cut, and comes up to 40 ms late.
 * At speed 1 the very same objects pass at once. Another speed holds from the next part of a reply
 * on, so that none changes in the middle.
 */
public final class Tempo implements Kernel<Samples, Samples>, Tunable<TempoSettings> {

  private static final int HOPS_PER_SECOND = 66; // 15 ms
  private static final int REACHES_PER_SECOND = 125; // 8 ms: a period of any voice, both ways

  private TempoSettings next;
  private double speed;
  private int rate = 24_000;
  private int hop;
  private int reach;
  private @Nullable Window window; // made for the first sample that is to be changed
  private int hops;
  private long playing;
  private boolean begun;

  public Tempo(TempoSettings settings) {
    next = settings;
    reset();
  }

  /** A stage on the reply's side. */
  public static Stage<Outbound> spoken(TempoSettings settings) {
    return KernelStage.spoken("tempo", () -> new Tempo(settings));
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    rate = in.rate();
    window = null;
    reset();
    return in;
  }

  @Override
  public Class<TempoSettings> settingsType() {
    return TempoSettings.class;
  }

  /** Holds from the next {@link #reset} on, or at once where nothing has been heard since one. */
  @Override
  public void tune(TempoSettings settings) {
    next = settings;
    if (!begun) {
      speed = settings.speed();
    }
  }

  @Override
  public void accept(Samples input, Consumer<? super Samples> out) {
    begun = true;
    if (speed == 1) {
      out.accept(input);
      return;
    }
    Window held = window == null ? new Window(hop, reach, rate) : window;
    window = held;
    short[] output = new short[(hopsWithin(held.end() + input.count()) - hops) * hop];
    int filled = 0;
    for (int taken = 0; taken < input.count(); ) {
      taken += held.add(input, taken);
      for (; hops < hopsWithin(held.end()); filled += hop) {
        long wanted = nominal(hops);
        play(held, wanted, Math.max(0, wanted - reach), wanted + reach, output, filled, hop);
      }
      long needed = Math.min(playing + hop, nominal(hops) - reach);
      held.forget(Math.min(needed, held.end() - 2L * hop));
    }
    if (output.length > 0) {
      out.accept(Samples.wrap(output));
    }
  }

  @Override
  public void flush(Consumer<? super Samples> out) {
    if (window == null) {
      return;
    }
    Window held = window;
    long end = held.end();
    long latest = Math.max(0, end - 2L * hop); // so that what is faded out next is there
    short[] output = new short[(int) (Math.round(end / speed) - (long) hops * hop)];
    for (int filled = 0; filled < output.length; filled += hop) {
      int length = Math.min(hop, output.length - filled);
      if (filled + length < output.length) {
        long high = Math.min(latest, nominal(hops) + reach);
        long low = Math.clamp(nominal(hops) - reach, 0, high);
        play(held, Math.min(high, nominal(hops)), low, high, output, filled, length);
      } else {
        long last = Math.max(0, end - length); // ends as the input does
        play(held, last, last, last, output, filled, length);
      }
    }
    if (output.length > 0) {
      out.accept(Samples.wrap(output));
    }
  }

  /** Forgets all input, and takes on the speed that was tuned last. */
  @Override
  public void reset() {
    speed = next.speed();
    hop = rate / HOPS_PER_SECOND;
    reach = rate / REACHES_PER_SECOND;
    hops = 0;
    playing = 0;
    begun = false;
    if (speed == 1) {
      window = null;
    } else if (window != null) {
      window.reset();
    }
  }

  /** Plays a hop, and goes over to a place of the input between two. */
  private void play(
      Window held, long wanted, long low, long high, short[] output, int at, int length) {
    if (hops == 0) {
      held.copy(0, output, at, length);
    } else {
      long goingOn = playing + hop;
      playing = low == high ? low : held.mostAlike(goingOn, wanted, low, high);
      held.fade(goingOn, playing, output, at, length);
    }
    hops++;
  }

  /** Where in the input the speed wants a hop to begin. */
  private long nominal(int index) {
    return Math.round(index * (hop * speed));
  }

  /** How many hops have all the input that they may need, and so know nothing of its end. */
  private int hopsWithin(long end) {
    int count = (int) Math.max(0, (end - reach - 2L * hop) / (hop * speed) - 1);
    while (nominal(count) + reach + 2L * hop <= end) {
      count++;
    }
    return count;
  }
}
