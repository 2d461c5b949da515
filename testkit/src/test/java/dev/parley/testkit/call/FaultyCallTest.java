package dev.parley.testkit.call;

import static dev.parley.testkit.call.Calls.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.model.Backend;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.session.CallHandle;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.Sessions;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.StageFailed;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import dev.parley.testkit.model.FakeModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.junit.jupiter.api.Test;

/** One call goes wrong; it is told why, and twenty neighbours notice nothing. */
class FaultyCallTest {

  private static final int RATE = 16_000;
  private static final int NEIGHBOURS = 20;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final AtomicInteger tapsClosed = new AtomicInteger();

  /** Passes 50 frames, then throws. */
  private static final class Breaks implements Kernel<Samples, Samples> {

    private int frames;

    @Override
    public void accept(Samples input, Consumer<? super Samples> out) {
      if (++frames > 50) {
        throw new IllegalStateException("broken");
      }
      out.accept(input);
    }
  }

  private static CallerScript script() {
    return CallerScript.at(RATE).says(millis(100), millis(400)).hangsUpAt(Duration.ofSeconds(4));
  }

  private Tap tap() {
    return new Tap() {
      @Override
      public String name() {
        return "tap";
      }

      @Override
      public Observer open(
          dev.parley.engine.frame.AudioFormat caller,
          dev.parley.engine.frame.AudioFormat reply,
          dev.parley.engine.time.CallClock clock) {
        return new Observer() {
          @Override
          public void close() {
            tapsClosed.incrementAndGet();
          }
        };
      }
    };
  }

  private Call victim(ScriptedCaller caller, List<Stage<Inbound>> in, List<Stage<Outbound>> out) {
    var way = Pipeline.call("victim").from(caller).tap(tap());
    for (Stage<Inbound> stage : in) {
      way = way.through(stage);
    }
    Backend model = FakeModel.engineTurn().withReply(Duration.ofSeconds(3));
    var back = way.to(model);
    for (Stage<Outbound> stage : out) {
      back = back.through(stage);
    }
    return back.through(Playout.forDoor(caller)).back();
  }

  private static List<ScriptedCaller> neighbours() {
    List<ScriptedCaller> callers = new ArrayList<>();
    for (int i = 0; i < NEIGHBOURS; i++) {
      callers.add(new ScriptedCaller(script().says(millis(1_000 + 37L * i), millis(300))));
    }
    return callers;
  }

  private record Result(SessionReport victim, List<List<ScriptedCaller.Given>> neighbours) {}

  /** Runs the victim among its neighbours, and does something to it after 1.5 s. */
  private Result run(Call victim, Consumer<CallHandle> harm) {
    List<ScriptedCaller> callers = neighbours();
    try (var world = VirtualWorld.create(Sessions.create(100), "faulty")) {
      SessionReport report =
          world.run(
              system -> {
                List<CompletableFuture<SessionReport>> ends = new ArrayList<>();
                CompletableFuture<SessionReport> end = new CompletableFuture<>();
                List<Call> calls = new ArrayList<>(List.of(victim));
                for (ScriptedCaller caller : callers) {
                  calls.add(
                      Calls.of(
                          "neighbour", caller, FakeModel.engineTurn(), new RecordingTelemetry()));
                }
                for (Call call : calls) {
                  CompletableFuture<SessionReport> over = new CompletableFuture<>();
                  ends.add(over);
                  AskPattern.<Sessions.Request, Sessions.Answer>ask(
                          system,
                          replyTo -> new Sessions.Open(call, replyTo),
                          LIMIT,
                          system.scheduler())
                      .thenAcceptAsync(
                          answer -> {
                            CallHandle handle = ((Sessions.Opened) answer).call();
                            handle.closed().thenAccept(over::complete);
                            if (call == victim) {
                              system
                                  .scheduler()
                                  .scheduleOnce(
                                      millis(1_500),
                                      () -> harm.accept(handle),
                                      system.executionContext());
                            }
                          },
                          Runnable::run);
                }
                var unused =
                    CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                        .thenRun(() -> end.complete(ends.getFirst().join()));
                return end;
              },
              LIMIT);
      return new Result(report, callers.stream().map(ScriptedCaller::given).toList());
    }
  }

  private Result faultless() {
    return run(victim(new ScriptedCaller(script()), List.of(), List.of()), handle -> {});
  }

  private void assertTold(Result result, ScriptedCaller caller) {
    assertThat(result.victim.failure()).isPresent();
    assertThat(caller.overAt()).as("the caller is told").isPresent();
    assertThat(tapsClosed).as("taps closed").hasValue(1);
    tapsClosed.set(0);
    assertThat(result.neighbours).isEqualTo(faultless().neighbours);
  }

  @Test
  void stageThrows_onTheCallersSide() {
    ScriptedCaller caller = new ScriptedCaller(script());
    Result result =
        run(
            victim(caller, List.of(KernelStage.captured("breaks", Breaks::new)), List.of()),
            handle -> {});
    assertTold(result, caller);
    assertThat(caller.failure()).get().isInstanceOf(StageFailed.class);
    assertThat(result.victim.failure())
        .get()
        .isInstanceOfSatisfying(
            StageFailed.class, failed -> assertThat(failed.stage()).isEqualTo("breaks"));
  }

  @Test
  void stageThrows_onTheRepliesSide_underTheNameOfThePlan() {
    ScriptedCaller caller = new ScriptedCaller(script());
    Stage<Outbound> breaks = KernelStage.spoken("inner", Breaks::new).named("breaks.out");
    Result result = run(victim(caller, List.of(), List.of(breaks)), handle -> {});
    assertTold(result, caller);
    assertThat(result.victim.failure())
        .get()
        .isInstanceOfSatisfying(
            StageFailed.class, failed -> assertThat(failed.stage()).isEqualTo("breaks.out"));
  }

  @Test
  void lineBreaks_inMidReply() {
    ScriptedCaller caller = new ScriptedCaller(script().breaksAt(millis(1_700)));
    Result result = run(victim(caller, List.of(), List.of()), handle -> {});
    assertTold(result, caller);
    assertThat(result.victim.failure())
        .get()
        .hasToString("java.lang.IllegalStateException: the line broke down");
  }

  @Test
  void sessionActorDies_inMidReply() {
    ScriptedCaller caller = new ScriptedCaller(script());
    Result result =
        run(
            victim(caller, List.of(), List.of()),
            handle ->
                handle
                    .session()
                    .unsafeUpcast()
                    .tell(org.apache.pekko.actor.PoisonPill.getInstance()));
    assertTold(result, caller);
    assertThat(caller.overAt()).get().isEqualTo(millis(1_500));
  }
}
