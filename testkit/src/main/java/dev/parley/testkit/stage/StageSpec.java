package dev.parley.testkit.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.testkit.Frames;
import dev.parley.testkit.probe.SinkProbe;
import dev.parley.testkit.probe.SourceProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/**
 * What a stage promises. Each method states one thing and returns the spec, so that a stage's whole
 * contract reads as one call:
 *
 * <pre>{@code
 * StageSpec.of(stage, AudioFormat.pcm16(16_000))
 *     .gives(given, expected)
 *     .chunkingDoesNotMatter(given)
 *     .signalsPassInPlace(given, Duration.ofMillis(10))
 *     .positionsStayTrue(given)
 *     .backpressureIsKept(given);
 * }</pre>
 *
 * <p>Runs in virtual worlds: nothing waits, and a stage with timers is tested in the same way.
 *
 * @param <F> the stage's direction
 */
public final class StageSpec<F extends Frame> {

  private static final Duration LIMIT = Duration.ofHours(1);
  private static final int CHUNKINGS = 10;
  private static final int HELD_AT_MOST = 8;

  private final Stage<F> stage;
  private final AudioFormat in;
  private final AudioFormat out;

  private StageSpec(Stage<F> stage, AudioFormat in) {
    this.stage = stage;
    this.in = in;
    this.out = stage.negotiate(in);
  }

  /**
   * @param in the audio that the stage is given
   */
  public static <F extends Frame> StageSpec<F> of(Stage<F> stage, AudioFormat in) {
    return new StageSpec<>(stage, in);
  }

  /** All that the stage makes of these frames and the end behind them. */
  public List<F> output(List<? extends F> given) {
    try (var world = VirtualWorld.create(Behaviors.empty(), "stage-spec")) {
      return world.run(
          system ->
              Source.<F>from(new ArrayList<F>(given))
                  .via(stage.flow(in, new Drops()))
                  .runWith(Sink.seq(), system),
          LIMIT);
    }
  }

  /** Of these frames come those, and nothing else. */
  public StageSpec<F> gives(List<? extends F> given, List<? extends F> expected) {
    assertThat(output(given)).isEqualTo(expected);
    return this;
  }

  /** However the audio is cut, the same audio and signals come out. */
  public StageSpec<F> chunkingDoesNotMatter(List<? extends F> given) {
    List<F> whole = output(given);
    for (int seed = 0; seed < CHUNKINGS; seed++) {
      List<F> other = output(new Chunks(seed).cut(given));
      assertThat(Frames.audio(other).toArray())
          .as("audio, chunking %d", seed)
          .isEqualTo(Frames.audio(whole).toArray());
      assertThat(Frames.signals(other))
          .as("signals, chunking %d", seed)
          .isEqualTo(Frames.signals(whole));
    }
    return this;
  }

  /** Every call begins anew: what one heard leaves no trace in the next. */
  public StageSpec<F> callsAreIndependent(List<? extends F> given) {
    assertThat(output(given)).isEqualTo(output(given));
    return this;
  }

  /**
   * Signals that are given come out, in order, where they stood in the audio, their positions at
   * the rate that the stage emits.
   *
   * @param delay how much audio the stage may hold back before a signal
   */
  public StageSpec<F> signalsPassInPlace(List<? extends F> given, Duration delay) {
    List<Signal> signals = Frames.signals(given);
    List<F> made = output(given);
    List<Signal> expected = signals.stream().map(signal -> signal.at(out.rate())).toList();
    assertThat(Frames.signals(made)).containsSubsequence(expected);
    for (Signal signal : signals) {
      double before = secondsBefore(signal, given);
      double after = secondsBefore(signal.at(out.rate()), made);
      double late = delay.toNanos() / 1e9;
      assertThat(after)
          .as("seconds of audio before %s", signal)
          .isBetween(before - late - 1e-3, before + 1e-3);
    }
    return this;
  }

  /** Each frame of audio, and each gap, begins where the one before it ended; none is lost. */
  public StageSpec<F> positionsStayTrue(List<? extends F> given) {
    Position end = null;
    for (F frame : output(given)) {
      Position start = start(frame);
      if (start != null) {
        assertThat(start.rate()).as("rate of %s", frame).isEqualTo(out.rate());
        if (end != null && !startsPart(frame)) {
          assertThat(start).as("start of %s", frame).isEqualTo(end);
        }
        end = end(frame);
      }
    }
    Position last = null;
    for (F frame : given) {
      last = start(frame) == null ? last : end(frame);
    }
    if (last != null && end != null) {
      assertThat(end.sample())
          .as("end of the stream")
          .isCloseTo(last.at(out.rate()).sample(), Offset.offset(1L));
    }
    return this;
  }

  /** As long as nobody asks for its output, the stage takes no more than it must. */
  public StageSpec<F> backpressureIsKept(List<? extends F> given) {
    assertThat(given).as("frames enough to tell").hasSizeGreaterThan(HELD_AT_MOST);
    try (var world = VirtualWorld.create(Behaviors.empty(), "stage-spec")) {
      var probes =
          SourceProbe.<F>source()
              .via(stage.flow(in, new Drops()))
              .toMat(SinkProbe.<F>sink(), Keep.both())
              .run(world.system());
      int taken = 0;
      for (F frame : given) {
        rest(world);
        if (!probes.first().hasDemand()) {
          break;
        }
        probes.first().send(frame);
        taken++;
      }
      assertThat(taken).as("frames taken without demand").isLessThanOrEqualTo(HELD_AT_MOST);
      probes.second().cancel();
      rest(world);
      assertThat(probes.first().isCancelled()).as("cancelled with its output").isTrue();
    }
    return this;
  }

  private static void rest(VirtualWorld<?> world) {
    world.run(system -> CompletableFuture.completedFuture(system), LIMIT);
  }

  private double secondsBefore(Signal signal, List<? extends F> frames) {
    double seconds = 0;
    for (F frame : frames) {
      if (frame.equals(signal)) {
        return seconds;
      }
      Position start = start(frame);
      seconds += start == null ? 0 : (double) end(frame).since(start) / start.rate();
    }
    throw new AssertionError(signal + " is missing");
  }

  private static @Nullable Position start(Frame frame) {
    return switch (frame) {
      case Captured captured -> captured.position();
      case Gap gap -> gap.position();
      case Spoken spoken -> spoken.position();
      case Signal signal -> null;
      case Cue cue -> null;
      case ReplySignal signal -> null;
    };
  }

  private static Position end(Frame frame) {
    return switch (frame) {
      case Captured captured -> captured.end();
      case Gap gap -> gap.end();
      case Spoken spoken -> spoken.end();
      case Signal signal -> throw new IllegalArgumentException(signal + " has no end");
      case Cue cue -> throw new IllegalArgumentException(cue + " has no end");
      case ReplySignal signal -> throw new IllegalArgumentException(signal + " has no end");
    };
  }

  private static boolean startsPart(Frame frame) {
    return frame instanceof Spoken spoken && spoken.position().sample() == 0;
  }
}
