package dev.parley.engine.stage;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.telemetry.Drops;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A stage made of a kernel: each call gets a fresh one.
 *
 * <pre>{@code
 * Stage<Inbound> highPass = KernelStage.captured("high-pass", () -> new HighPass(80));
 * }</pre>
 *
 * @param <F> the direction
 */
public final class KernelStage<F extends Frame> implements Stage<F> {

  private final String name;
  private final Function<Drops, ? extends Kernel<F, F>> kernels;

  private KernelStage(String name, Function<Drops, ? extends Kernel<F, F>> kernels) {
    this.name = name;
    this.kernels = kernels;
  }

  /** A room on the caller's side, made of a kernel over frames. */
  public static KernelStage<Inbound> inbound(
      String name, Supplier<? extends Kernel<Inbound, Inbound>> kernels) {
    return new KernelStage<>(name, drops -> kernels.get());
  }

  /** A room on the caller's side whose kernel throws frames away, and counts them. */
  public static KernelStage<Inbound> dropping(
      String name, Function<Drops, ? extends Kernel<Inbound, Inbound>> kernels) {
    return new KernelStage<>(name, kernels);
  }

  /** A room on the reply's side, made of a kernel over frames. */
  public static KernelStage<Outbound> outbound(
      String name, Supplier<? extends Kernel<Outbound, Outbound>> kernels) {
    return new KernelStage<>(name, drops -> kernels.get());
  }

  /**
   * A room on the caller's side, made of a kernel over samples: frames, gaps, positions are seen
   * to.
   */
  public static KernelStage<Inbound> captured(
      String name, Supplier<? extends Kernel<Samples, Samples>> kernels) {
    return inbound(name, () -> new CapturedKernel(kernels.get()));
  }

  /** A room on the reply's side, made of a kernel over samples. */
  public static KernelStage<Outbound> spoken(
      String name, Supplier<? extends Kernel<Samples, Samples>> kernels) {
    return outbound(name, () -> new SpokenKernel(kernels.get()));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Stage<F> named(String other) {
    return new KernelStage<>(other, kernels); // so that its failures tell the other name, too
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    Kernel<F, F> kernel = kernels.apply(new Drops());
    try {
      return kernel.negotiate(in);
    } finally {
      kernel.close();
    }
  }

  @Override
  public Flow<F, F, Tuner> flow(AudioFormat in, Drops drops) {
    return Flow.fromGraph(
        new KernelFlow<F, F>(
            name,
            () -> {
              Kernel<F, F> kernel = kernels.apply(drops);
              kernel.negotiate(in);
              return kernel;
            }));
  }
}
