package dev.parley.benchmarks.overhead;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.Sessions;
import dev.parley.engine.stage.KernelStage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.SharedKillSwitch;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Runs paced calls with ten stages each, and bare Pekko streams with ten maps each, in turn in one
 * program, and prints what a session costs: thousandths of a core, and heap.
 *
 * <pre>
 * java -cp ... dev.parley.benchmarks.overhead.OverheadBenchmark [SESSIONS] [SECONDS] [ROUNDS]
 * </pre>
 *
 * For "on one core" start it with {@code taskset -c 0} or {@code -XX:ActiveProcessorCount=1}.
 */
public final class OverheadBenchmark {

  private static final int STAGES = 5; // on each side

  private final ActorSystem<Sessions.Request> system;
  private final int sessions;
  private final Duration span;

  private OverheadBenchmark(ActorSystem<Sessions.Request> system, int sessions, Duration span) {
    this.system = system;
    this.sessions = sessions;
    this.span = span;
  }

  /** Runs the rounds and prints a row each. */
  public static void main(String[] arguments) {
    int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4;
    ActorSystem<Sessions.Request> system =
        ActorSystem.create(Sessions.create(sessions), "overhead");
    try {
      OverheadBenchmark benchmark =
          new OverheadBenchmark(system, sessions, Duration.ofSeconds(seconds));
      System.out.printf("%d sessions, %d s a row, Java %s%n", sessions, seconds, Runtime.version());
      for (int round = 1; round <= rounds; round++) {
        Cost engine = benchmark.engine();
        Cost bare = benchmark.bare();
        System.out.printf(
            Locale.ROOT,
            "round %d  engine %.3f mcore %.1f KB, %.1f frames/s  bare %.3f mcore %.1f KB, %.1f"
                + " frames/s  ratio %.2f%n",
            round,
            engine.milliCores,
            engine.kiloBytes,
            engine.framesPerSecond,
            bare.milliCores,
            bare.kiloBytes,
            bare.framesPerSecond,
            engine.milliCores / bare.milliCores);
      }
    } finally {
      system.terminate();
    }
  }

  /** What one session costs. */
  private record Cost(double milliCores, double kiloBytes, double framesPerSecond) {}

  private Cost engine() {
    LongAdder played = new LongAdder();
    List<CallHandle> calls = new ArrayList<>();
    return measure(
        played,
        () -> {
          for (int i = 0; i < sessions; i++) {
            Call call = call("call-" + System.nanoTime(), new TickerDoor(played));
            calls.add(call.run(system));
          }
        },
        () -> {
          calls.forEach(call -> call.hangUp());
          calls.forEach(call -> call.closed().toCompletableFuture().join());
        });
  }

  private static Call call(String name, TickerDoor door) {
    Pipeline.CallerSide callerSide = Pipeline.call(name).from(door);
    for (int i = 0; i < STAGES; i++) {
      callerSide = callerSide.through(room("in-" + i));
    }
    Pipeline.ReplySide replySide = callerSide.to(new Mirror());
    for (int i = 0; i < STAGES; i++) {
      replySide = replySide.through(KernelStage.spoken("out-" + i, OverheadBenchmark::pass));
    }
    return replySide.through(Playout.forDoor(door)).back();
  }

  private static KernelStage<Inbound> room(String name) {
    return KernelStage.captured(name, OverheadBenchmark::pass);
  }

  private static Kernel<Samples, Samples> pass() {
    return (samples, out) -> out.accept(samples);
  }

  private Cost bare() {
    LongAdder played = new LongAdder();
    SharedKillSwitch all = KillSwitches.shared("bare");
    return measure(
        played,
        () -> {
          for (int i = 0; i < sessions; i++) {
            Source<Inbound, ?> source = Source.fromGraph(new Ticker()).via(all.flow());
            for (int stage = 0; stage < 2 * STAGES; stage++) {
              source = source.map(frame -> frame);
            }
            source.runWith(Sink.foreach(frame -> played.increment()), system);
          }
        },
        all::shutdown);
  }

  private Cost measure(LongAdder played, Runnable start, Runnable stop) {
    long heapBefore = heap();
    start.run();
    pause(span.dividedBy(3)); // starting is not what is measured
    long cpu = cpu();
    long frames = played.sum();
    long begun = System.nanoTime();
    pause(span);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double used = (cpu() - cpu) / 1e9;
    double rate = (played.sum() - frames) / seconds / sessions;
    double bytes = (heap() - heapBefore) / (double) sessions;
    stop.run();
    return new Cost(1000 * used / seconds / sessions, bytes / 1024, rate);
  }

  private static void pause(Duration span) {
    long until = System.nanoTime() + span.toNanos();
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
