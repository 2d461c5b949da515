package dev.parley.audio;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.Samples;
import java.util.ArrayList;
import java.util.List;

/** Feeds kernels in tests. */
public final class Feeding {

  private Feeding() {}

  /** All that a kernel makes of its inputs and the end, one output after the other. */
  public static <I, O> List<O> outputs(Kernel<I, O> kernel, List<? extends I> inputs) {
    List<O> made = new ArrayList<>();
    inputs.forEach(input -> kernel.accept(input, made::add));
    kernel.flush(made::add);
    return made;
  }

  /** The same, joined. */
  public static <I> Samples all(Kernel<I, Samples> kernel, List<? extends I> inputs) {
    return join(outputs(kernel, inputs));
  }

  /** Runs of samples as one. */
  public static Samples join(List<Samples> runs) {
    short[] all = new short[runs.stream().mapToInt(Samples::count).sum()];
    int at = 0;
    for (Samples run : runs) {
      run.copyTo(all, at);
      at += run.count();
    }
    return Samples.wrap(all);
  }

  /** One run cut into pieces of these lengths, over and over; at least one must not be 0. */
  public static List<Samples> cut(Samples run, List<Integer> lengths) {
    List<Samples> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; from < run.count(); i++) {
      int to = Math.min(from + lengths.get(i % lengths.size()), run.count());
      pieces.add(run.slice(from, to));
      from = to;
    }
    return pieces;
  }
}
