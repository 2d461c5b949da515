package dev.parley.testkit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import dev.parley.testkit.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a kernel over samples promises. Each method states one thing and returns the spec.
 *
 * <pre>{@code
 * KernelSpec.of(() -> new Gain(settings), AudioFormat.pcm16(16_000))
 *     .gives(quiet, loud)
 *     .chunkingDoesNotMatter(speech)
 *     .resetMakesItAsNew(speech);
 * }</pre>
 */
public final class KernelSpec {

  private static final int CHUNKINGS = 20;

  private final Supplier<? extends Kernel<Samples, Samples>> kernels;
  private final AudioFormat in;

  private KernelSpec(Supplier<? extends Kernel<Samples, Samples>> kernels, AudioFormat in) {
    this.kernels = kernels;
    this.in = in;
  }

  /**
   * @param kernels makes a fresh one each time
   * @param in what it is given
   */
  public static KernelSpec of(
      Supplier<? extends Kernel<Samples, Samples>> kernels, AudioFormat in) {
    return new KernelSpec(kernels, in);
  }

  /** All that comes of this input and its end, as one run. */
  public Samples output(List<Samples> input) {
    return output(fresh(), input);
  }

  /** Of this input comes this output, flushed at the end. */
  public KernelSpec gives(Samples input, Samples expected) {
    assertThat(output(List.of(input)).toArray()).isEqualTo(expected.toArray());
    return this;
  }

  /** However the input is cut, the output is the same. */
  public KernelSpec chunkingDoesNotMatter(Samples input) {
    short[] whole = output(List.of(input)).toArray();
    for (int seed = 0; seed < CHUNKINGS; seed++) {
      assertThat(output(new Chunks(seed).cut(input)).toArray())
          .as("chunking %d", seed)
          .isEqualTo(whole);
    }
    return this;
  }

  /** A kernel that was reset works like a new one, whatever it had heard before. */
  public KernelSpec resetMakesItAsNew(Samples input) {
    Kernel<Samples, Samples> used = fresh();
    used.accept(input.slice(0, input.count() * 2 / 3), out -> {});
    used.reset();
    assertThat(output(used, List.of(input)).toArray()).isEqualTo(output(List.of(input)).toArray());
    return this;
  }

  private Kernel<Samples, Samples> fresh() {
    Kernel<Samples, Samples> kernel = kernels.get();
    kernel.negotiate(in);
    return kernel;
  }

  private static Samples output(Kernel<Samples, Samples> kernel, List<Samples> input) {
    List<Samples> made = new ArrayList<>();
    input.forEach(run -> kernel.accept(run, made::add));
    kernel.flush(made::add);
    return Frames.join(made);
  }
}
