package dev.parley.audio.resample;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Changes the sample rate by a polyphase windowed sinc.
 *
 * <p>Flat within 0.01 dB up to 0.425 of the lower rate (3.4 kHz at 8 kHz); what would fold over or
 * be mirrored is at least 80 dB down. The filter's delay is made up for: the output's sample {@code
 * k} stands at the same instant as the input's {@code k * from / to}, and {@code n} samples in make
 * {@code round(n * to / from)} out once flushed. It only comes {@link #delay} later.
 *
 * <p>The output does not depend on how the input is cut. Equal rates pass the very same objects.
 */
public final class Resampler implements Kernel<Samples, Samples> {

  /** The rates it works between, in Hz. */
  public static final List<Integer> RATES =
      List.of(8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);

  private static final int BLOCK = 1_024;

  private final int to;
  private int from;
  private FilterBank bank;
  private float[] window;
  private int held;
  private int at;
  private int phase;
  private long taken;
  private long made;

  /** A resampler to a rate; the input's rate is agreed on by {@link #negotiate}. */
  public Resampler(int to) {
    this(to, to);
  }

  public Resampler(int from, int to) {
    requireKnown(from);
    requireKnown(to);
    this.from = from;
    this.to = to;
    bank = FilterBank.of(from, to);
    window = window(bank);
    reset();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    if (!RATES.contains(in.rate())) {
      throw new Refused("resampler", in, "bring audio at one of " + RATES + " Hz");
    }
    from = in.rate();
    bank = FilterBank.of(from, to);
    window = window(bank);
    reset();
    return AudioFormat.pcm16(to);
  }

  /** How much later than its input the output comes, in samples at the input's rate. */
  public int delay() {
    return from == to ? 0 : bank.reach;
  }

  @Override
  public void accept(Samples input, Consumer<? super Samples> out) {
    if (from == to) {
      out.accept(input);
      return;
    }
    taken += input.count();
    short[] output = new short[(int) (wholeAfter(taken) - made)];
    int filled = 0;
    for (int start = 0; start < input.count(); start += BLOCK) {
      int end = Math.min(start + BLOCK, input.count());
      for (int i = start; i < end; i++) {
        window[held++] = input.at(i);
      }
      filled = work(output, filled);
    }
    emit(output, out);
  }

  @Override
  public void flush(Consumer<? super Samples> out) {
    if (from == to) {
      return;
    }
    short[] output = new short[(int) (new Position(taken, from).at(to).sample() - made)];
    int filled = 0;
    while (filled < output.length) { // silence follows the end as it came before the beginning
      int end = Math.min(held + BLOCK, window.length);
      Arrays.fill(window, held, end, 0);
      held = end;
      filled = work(output, filled);
    }
    emit(output, out);
  }

  @Override
  public void reset() {
    held = bank.reach - 1; // silence before the first sample
    Arrays.fill(window, 0, held, 0);
    at = 0;
    phase = 0;
    taken = 0;
    made = 0;
  }

  /** How many output samples have all the input that they need after {@code n} input samples. */
  private long wholeAfter(long n) {
    long up = bank.ratio.up();
    long down = bank.ratio.down();
    return n <= bank.reach ? 0 : ((n - bank.reach) * up + down - 1) / down;
  }

  /**
   * Makes what the window has the input for, but no more than there is room for, and moves it on.
   */
  private int work(short[] output, int already) {
    int taps = 2 * bank.reach;
    int whole = bank.ratio.down() / bank.ratio.up();
    int fraction = bank.ratio.down() % bank.ratio.up();
    int filled = already;
    while (at + taps <= held && filled < output.length) {
      output[filled++] = rounded(product(bank.row(phase), window, at));
      at += whole;
      phase += fraction;
      if (phase >= bank.ratio.up()) {
        phase -= bank.ratio.up();
        at++;
      }
    }
    int done = Math.min(at, held);
    System.arraycopy(window, done, window, 0, held - done);
    held -= done;
    at -= done;
    return filled;
  }

  private void emit(short[] output, Consumer<? super Samples> out) {
    made += output.length;
    if (output.length > 0) {
      out.accept(Samples.wrap(output));
    }
  }

  /** Four sums at once, since one addition would have to wait for the other. */
  private static float product(float[] row, float[] window, int at) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < row.length; i += 4) {
      a += row[i] * window[at + i];
      b += row[i + 1] * window[at + i + 1];
      c += row[i + 2] * window[at + i + 2];
      d += row[i + 3] * window[at + i + 3];
    }
    for (; i < row.length; i++) {
      a += row[i] * window[at + i];
    }
    return a + b + (c + d);
  }

  private static short rounded(float value) {
    return (short) Math.clamp((long) Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static float[] window(FilterBank bank) {
    return new float[2 * bank.reach + BLOCK];
  }

  static void requireKnown(int rate) {
    if (!RATES.contains(rate)) {
      throw new IllegalArgumentException("rate must be one of " + RATES + " Hz, got " + rate);
    }
  }
}
