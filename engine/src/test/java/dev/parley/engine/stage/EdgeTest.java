package dev.parley.engine.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.VirtualWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.Test;

class EdgeTest {

  private static final int RATE = 8_000;
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private static List<Inbound> frames(List<Integer> lengths) {
    List<Inbound> frames = new ArrayList<>();
    long at = 0;
    for (int length : lengths) {
      frames.add(new Captured(new Position(at, RATE), Samples.silence(length)));
      at += length;
      if (length % 3 == 0) {
        frames.add(new Signal.Dtmf('1', new Position(at, RATE)));
      }
    }
    return frames;
  }

  /** Sends everything while nobody asks, and then asks for all that is there. */
  private static List<Inbound> stalled(Overflow overflow, Drops drops, List<Inbound> frames) {
    try (var world = VirtualWorld.create(Behaviors.empty(), "edge")) {
      return world.run(system -> stalled(system, overflow, drops, frames), LIMIT);
    }
  }

  private static CompletionStage<List<Inbound>> stalled(
      ActorSystem<?> system, Overflow overflow, Drops drops, List<Inbound> frames) {
    var running =
        Source.<Inbound>queue(frames.size() + 1)
            .via(
                new Edge(
                    "door.in", Duration.ofMillis(100), overflow, drops, new Depths().of("door.in")))
            .toMat(Sink.<Inbound>queue(1).withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
            .run(system);
    BoundedSourceQueue<Inbound> source = running.first();
    frames.forEach(source::offer);
    source.complete();
    CompletableFuture<List<Inbound>> all = new CompletableFuture<>();
    system
        .scheduler()
        .scheduleOnce(
            Duration.ofMillis(1),
            () -> next(running.second(), new ArrayList<>(), all),
            system.executionContext());
    return all;
  }

  private static void next(
      SinkQueueWithCancel<Inbound> sink,
      List<Inbound> sofar,
      CompletableFuture<List<Inbound>> all) {
    sink.pull()
        .whenCompleteAsync(
            (frame, failure) -> {
              if (failure != null) {
                all.completeExceptionally(failure);
              } else if (frame.isEmpty()) {
                all.complete(sofar);
              } else {
                sofar.add(frame.get());
                next(sink, sofar, all);
              }
            },
            Runnable::run);
  }

  private static void assertUnbroken(List<Inbound> out, long end) {
    long at = 0;
    for (Inbound frame : out) {
      switch (frame) {
        case Captured audio -> {
          assertThat(audio.position().sample()).isEqualTo(at);
          at = audio.end().sample();
        }
        case Gap gap -> {
          assertThat(gap.position().sample()).isEqualTo(at);
          at = gap.end().sample();
        }
        case Signal signal -> {}
      }
    }
    assertThat(at).isEqualTo(end);
  }

  @Property(tries = 60)
  void dropOldest_leavesGaps_keepsPositionsAndSignals(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 500) Integer> lengths) {
    List<Inbound> frames = frames(lengths);
    Drops drops = new Drops();
    List<Inbound> out = stalled(Overflow.DROP_OLDEST, drops, frames);
    assertUnbroken(out, lengths.stream().mapToLong(Integer::longValue).sum());
    assertThat(out.stream().filter(Signal.class::isInstance).toList())
        .isEqualTo(frames.stream().filter(Signal.class::isInstance).toList());
    long kept = out.stream().filter(Captured.class::isInstance).count();
    assertThat(kept + drops.of("door.in")).isEqualTo(lengths.size());
  }

  @Property(tries = 30)
  void wait_losesNothing(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 500) Integer> lengths) {
    List<Inbound> frames = frames(lengths);
    Drops drops = new Drops();
    assertThat(stalled(Overflow.WAIT, drops, frames)).isEqualTo(frames);
    assertThat(drops.snapshot()).isEmpty();
  }

  @Test
  void fail_saysWhichEdge_andHowMuch() {
    List<Inbound> frames = frames(List.of(400, 400, 400, 400, 400));
    assertThatThrownBy(() -> stalled(Overflow.FAIL, new Drops(), frames))
        .hasStackTraceContaining("door.in is full: more than 100 ms of audio wait");
  }
}
