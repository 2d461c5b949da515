package dev.parley.benchmarks.serve;

import dev.parley.benchmarks.serve.ServeSettings.Part;
import java.util.List;
import java.util.Set;

/**
 * What serving costs: our Realtime server beside a bare Netty and a bare Pekko HTTP server, all in
 * processes of their own on one core, with a driver on another that is first tried on servers whose
 * figures are known.
 *
 * <pre>
 * java -cp ... dev.parley.benchmarks.serve.ServeBenchmark [--sessions 100] [--warm-up 20]
 *     [--seconds 15] [--rounds 3] [--only control,cpu,vad,heap,reply,barge]
 * </pre>
 */
public final class ServeBenchmark {

  private ServeBenchmark() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    ServeSettings settings = ServeSettings.parse(List.of(arguments));
    Set<Part> parts = settings.parts();
    Cores cores = Cores.find();
    cores.pinMyself();
    System.out.printf("Java %s, %s%n", Runtime.version(), cores);
    if (parts.contains(Part.CONTROL)) {
      Controls.run();
    }
    if (parts.contains(Part.CPU) || parts.contains(Part.VAD)) {
      CpuRounds.run(settings, cores);
    }
    if (parts.contains(Part.HEAP)) {
      HeapFigure.run(cores);
    }
    if (parts.contains(Part.REPLY)) {
      ReplyFigure.run(settings, cores);
    }
    if (parts.contains(Part.BARGE)) {
      BargeInFigure.run(cores);
    }
  }
}
