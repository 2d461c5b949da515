package dev.parley.testkit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.time.Offload;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.scripted.ScriptedModel;
import dev.parley.scripted.ScriptedSettings;
import dev.parley.scripted.ToneVoice;
import dev.parley.testkit.CallRun;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.junit.jupiter.api.Test;

class VirtualWorldTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private record Transcript(
      List<ScriptedCaller.Given> given, List<RecordingTelemetry.Entry> told) {}

  /** A minute of conversation with interruptions, and a voice on threads of its own. */
  private static Transcript minute() {
    CallerScript script = CallerScript.at(24_000).hangsUpAt(Duration.ofSeconds(60));
    for (int second = 1; second < 55; second += 3) {
      script = script.says(Duration.ofMillis(second * 1_000L + second * 7L), SECOND);
    }
    ScriptedCaller caller = new ScriptedCaller(script);
    RecordingTelemetry telemetry = new RecordingTelemetry();
    Call call =
        Pipeline.call("minute")
            .from(caller)
            .to(new ScriptedModel(ScriptedSettings.defaults(), new ToneVoice()))
            .through(Playout.forDoor(caller))
            .back()
            .with(SessionSettings.defaults().withTelemetry(telemetry));
    CallRun.of(call).run();
    return new Transcript(caller.given(), telemetry.entries());
  }

  @Test
  void tenRuns_areTheSameToTheSampleAndTheNanosecond() {
    Transcript first = minute();
    assertThat(first.given).hasSizeGreaterThan(1_000);
    for (int run = 1; run < 10; run++) {
      assertThat(minute()).isEqualTo(first);
    }
  }

  @Test
  void timers_fireByTime_andThenInTheOrderInWhichTheyWereSet() {
    List<String> fired = new ArrayList<>();
    try (var world = VirtualWorld.create(Behaviors.empty(), "timers")) {
      world.run(
          system -> {
            CompletableFuture<String> end = new CompletableFuture<>();
            var timers = system.scheduler();
            var there = system.executionContext();
            timers.scheduleOnce(SECOND, () -> fired.add("b"), there);
            timers.scheduleOnce(SECOND, () -> fired.add("c"), there);
            timers.scheduleOnce(Duration.ofMillis(999), () -> fired.add("a"), there);
            timers.scheduleOnce(SECOND, () -> fired.add("never"), there).cancel();
            timers.scheduleOnce(Duration.ofHours(1), () -> end.complete("over"), there);
            return end;
          },
          Duration.ofHours(2));
    }
    assertThat(fired).containsExactly("a", "b", "c");
  }

  @Test
  void jobs_areDeliveredInTheOrderOfTheirSubmission_inNoTime() {
    List<Integer> delivered = new ArrayList<>();
    CountDownLatch secondIsDone = new CountDownLatch(1);
    try (var world = VirtualWorld.create(Behaviors.empty(), "jobs")) {
      world.run(
          system -> {
            Offload offload = Offload.of(system);
            var first =
                offload.submit(
                    () -> {
                      secondIsDone.await();
                      return 1;
                    });
            var second =
                offload.submit(
                    () -> {
                      secondIsDone.countDown();
                      return 2;
                    });
            first.thenAccept(delivered::add);
            return second.thenAccept(delivered::add);
          },
          Duration.ofNanos(1));
    }
    assertThat(delivered).containsExactly(1, 2);
  }

  @Test
  void standstillAndLimit_areErrors_notWaits() {
    try (var world = VirtualWorld.create(Behaviors.empty(), "errors")) {
      assertThatThrownBy(() -> world.run(system -> new CompletableFuture<String>(), SECOND))
          .hasMessageContaining("stands still");
      assertThatThrownBy(
              () ->
                  world.run(
                      system -> {
                        CompletableFuture<String> end = new CompletableFuture<>();
                        system
                            .scheduler()
                            .scheduleOnce(
                                Duration.ofHours(1),
                                () -> end.complete("late"),
                                system.executionContext());
                        return end;
                      },
                      SECOND))
          .hasMessage("not finished after 1 s of virtual time");
    }
  }

  @Test
  void startThatThrows_evenAnError_failsTheRunAndNotTheWorld() {
    try (var world = VirtualWorld.create(Behaviors.empty(), "throws")) {
      assertThatThrownBy(
              () ->
                  world.run(
                      system -> {
                        throw new AssertionError("seen by the test");
                      },
                      SECOND))
          .hasRootCauseMessage("seen by the test");
      String after = world.run(system -> CompletableFuture.completedFuture("on"), SECOND);
      assertThat(after).isEqualTo("on");
    }
  }

  @Test
  void closedWorld_saysSo_andClosesOnce() {
    var world = VirtualWorld.create(Behaviors.empty(), "closed");
    world.close();
    world.close();
    assertThatThrownBy(() -> world.run(system -> CompletableFuture.completedFuture(1), SECOND))
        .hasMessage("the virtual world is closed");
  }
}
