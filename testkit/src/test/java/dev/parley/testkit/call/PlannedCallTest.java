package dev.parley.testkit.call;

import static dev.parley.testkit.call.Calls.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.pipeline.Call;
import dev.parley.engine.pipeline.Pipeline;
import dev.parley.engine.pipeline.Plan;
import dev.parley.engine.pipeline.Playout;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.session.Sessions;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.time.VirtualWorld;
import dev.parley.engine.turn.SayWhen;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.testkit.CallRun;
import dev.parley.testkit.Frames;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import dev.parley.testkit.model.FakeModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;
import org.junit.jupiter.api.Test;

/** What is agreed on before a call, what can be asked of it, and how many there may be. */
class PlannedCallTest {

  private static final int RATE = 16_000;

  private final RecordingTelemetry telemetry = new RecordingTelemetry();

  /** Louder by a factor that may change in mid-call. */
  private static final class Louder implements Kernel<Samples, Samples>, Tunable<Integer> {

    private int factor = 1;

    @Override
    public AudioFormat negotiate(AudioFormat in) {
      if (in.rate() != RATE) {
        throw new Refused("louder", in, "put a resampler to 16000 Hz before it");
      }
      return in;
    }

    @Override
    public void accept(Samples input, Consumer<? super Samples> out) {
      short[] pcm = input.toArray();
      for (int i = 0; i < pcm.length; i++) {
        pcm[i] = (short) (pcm[i] * factor);
      }
      out.accept(Samples.wrap(pcm));
    }

    @Override
    public Class<Integer> settingsType() {
      return Integer.class;
    }

    @Override
    public void tune(Integer settings) {
      factor = settings;
    }
  }

  private static ScriptedCaller caller(int rate) {
    return new ScriptedCaller(CallerScript.at(rate).hangsUpAt(Duration.ofSeconds(4)));
  }

  private static Call louder(ScriptedCaller caller) {
    return Pipeline.call("plan")
        .from(caller)
        .through(KernelStage.captured("louder", Louder::new))
        .to(FakeModel.engineTurn().withReply(Duration.ofSeconds(5)))
        .through(KernelStage.spoken("louder", Louder::new).named("louder.out"))
        .through(Playout.forDoor(caller))
        .back();
  }

  @Test
  void plan_isTextAndMermaid() {
    Plan plan = louder(caller(RATE)).negotiate();
    assertThat(plan.steps())
        .extracting(Plan.Step::name)
        .containsExactly("scripted-caller", "louder", "engine-turn", "louder.out", "playout");
    assertThat(plan.text().lines()).hasSize(5).anyMatch(line -> line.contains("30000 ms may wait"));
    assertThat(plan.mermaid()).startsWith("flowchart LR\n").contains("s3 --> s4");
  }

  @Test
  void refusal_namesStageInputAndRemedy_andNothingHasStarted() {
    ScriptedCaller caller = caller(24_000);
    assertThatThrownBy(() -> CallRun.of(louder(caller)).run())
        .isInstanceOf(Refused.class)
        .hasMessage(
            "louder cannot take 24000 Hz PCM16 mono: put a resampler to 16000 Hz before it");
    assertThat(caller.given()).isEmpty();
  }

  @Test
  void twoRoomsOfOneName_areRefused() {
    var side =
        Pipeline.call("twice")
            .from(caller(RATE))
            .through(KernelStage.captured("louder", Louder::new))
            .through(KernelStage.captured("louder", Louder::new))
            .to(FakeModel.engineTurn());
    assertThatThrownBy(() -> side.through(Playout.forDoor(caller(RATE))).back().negotiate())
        .hasMessageContaining("two rooms are named \"louder\"");
  }

  @Test
  void tune_changesTheStageThatIsNamed_inMidReply() {
    ScriptedCaller caller =
        new ScriptedCaller(
            CallerScript.at(RATE).says(millis(100), millis(200)).hangsUpAt(Duration.ofSeconds(9)));
    CallRun.of(louder(caller)).at(millis(1_000), call -> call.tune("louder.out", 0)).run();
    Samples given = caller.givenOf(Frames.main(1));
    assertThat(given.at(0)).isEqualTo(FakeModel.speech(Frames.main(1), 0, 1).at(0));
    assertThat(given.at(given.count() - 1)).isZero();
  }

  @Test
  void tune_ofAWrongStageOrKind_isRefusedWhereItIsAsked() {
    List<Throwable> thrown = new ArrayList<>();
    CallRun.of(louder(caller(RATE)))
        .at(
            millis(100),
            call -> {
              thrown.add(catchThrowable(() -> call.tune("x", 1)));
              thrown.add(catchThrowable(() -> call.tune("louder", "x")));
            })
        .run();
    assertThat(thrown.get(0))
        .hasMessageContaining("no stage named \"x\", only [louder, louder.out");
    assertThat(thrown.get(1)).hasMessage("louder is tuned by Integer, not by String");
  }

  /** The answer plays from 0.7 s to 2.7 s when the system wants to say something at 1 s. */
  private ScriptedCaller say(SayWhen when) {
    ScriptedCaller caller =
        new ScriptedCaller(
            CallerScript.at(RATE).says(millis(100), millis(400)).hangsUpAt(Duration.ofSeconds(9)));
    CallRun.of(Calls.of(caller, FakeModel.engineTurn(), telemetry))
        .at(millis(1_000), call -> call.say("Closing time.", when))
        .run();
    return caller;
  }

  @Test
  void say_cut_takesThePlaceOfTheReply() {
    ScriptedCaller caller = say(SayWhen.CUT);
    assertThat(caller.givenOf(Frames.main(1)).count()).isLessThan(RATE);
    assertThat(caller.givenOf(Frames.say(1)).count()).isEqualTo(2 * RATE);
  }

  @Test
  void say_queueAndNextPause_letTheReplyFinish() {
    for (SayWhen when : List.of(SayWhen.QUEUE, SayWhen.NEXT_PAUSE)) {
      ScriptedCaller caller = say(when);
      for (Epoch whole : List.of(Frames.main(1), Frames.say(1))) {
        assertThat(caller.givenOf(whole).count()).as("%s %s", when, whole).isEqualTo(2 * RATE);
      }
    }
  }

  @Test
  void cough_holdsTheReply_andNoSampleIsLost() {
    ScriptedCaller caller =
        new ScriptedCaller(
            CallerScript.at(RATE)
                .says(millis(100), millis(400))
                .says(millis(1_500), millis(100)) // a cough
                .hangsUpAt(Duration.ofSeconds(6)));
    SessionSettings doubtful =
        SessionSettings.defaults()
            .withTelemetry(telemetry)
            .withPolicy(TurnPolicy.defaults().withDoubt(millis(400)));
    CallRun.of(Calls.of(caller, FakeModel.engineTurn(), telemetry).with(doubtful)).run();
    assertThat(caller.givenOf(Frames.main(1)))
        .isEqualTo(FakeModel.speech(Frames.main(1), 0, 2 * RATE));
    assertThat(telemetry.events(CallEvent.Held.class))
        .containsExactly(new CallEvent.Held(true), new CallEvent.Held(false));
    List<Duration> held = telemetry.times(CallEvent.Held.class);
    assertThat(held.get(1).minus(held.get(0))).isBetween(millis(60), millis(120));
    assertThat(telemetry.events(CallEvent.ReplyAsked.class)).hasSize(1);
  }

  @Test
  void doorThatNeverListens_andAModelWithoutEnd_holdLittle() {
    ScriptedCaller caller =
        new ScriptedCaller(
            CallerScript.at(RATE)
                .says(millis(100), millis(400))
                .playedBy(PlayoutSettings.of(Pace.eager(), Ear.TOLD))
                .deaf()
                .hangsUpAt(Duration.ofMinutes(5)));
    FakeModel endless = FakeModel.engineTurn().withReply(Duration.ofHours(1));
    SessionReport report =
        CallRun.of(Calls.of(caller, endless, telemetry))
            .at(Duration.ofMinutes(4), call -> call.cancel())
            .run();
    assertThat(caller.given()).isEmpty();
    assertThat(report.failure()).isEmpty();
    assertThat(report.drops().get("playout.cut"))
        .as("frames of 20 ms that waited: at most 5 s")
        .isLessThanOrEqualTo(251);
  }

  @Test
  void callsOfOneName_runSideBySide_inOneSystem() {
    try (var world = VirtualWorld.create(Sessions.create(1), "side-by-side")) {
      List<SessionReport> reports =
          world.run(
              system -> {
                var first = Calls.of(caller(RATE), FakeModel.engineTurn(), telemetry).run(system);
                var second = Calls.of(caller(RATE), FakeModel.engineTurn(), telemetry).run(system);
                return first.closed().thenCombine(second.closed(), (a, b) -> List.of(a, b));
              },
              Duration.ofMinutes(1));
      assertThat(reports).extracting(SessionReport::failure).allMatch(Optional::isEmpty);
    }
  }

  private static CompletionStage<Sessions.Answer> open(
      ActorSystem<Sessions.Request> sessions, Call call) {
    return AskPattern.ask(
        sessions,
        replyTo -> new Sessions.Open(call, replyTo),
        Duration.ofSeconds(1),
        sessions.scheduler());
  }

  private static Sessions.Answer open(VirtualWorld<Sessions.Request> world, Call call) {
    return world.run(system -> open(system, call), Duration.ofSeconds(2));
  }

  @Test
  void sessions_admitNoMoreThanTheyMay_refuseWhatCannotStart_andDrain() {
    try (var world = VirtualWorld.create(Sessions.create(3), "sessions")) {
      FakeModel two = FakeModel.engineTurn().withCapacity(2);
      assertThat(open(world, Calls.of("a", caller(RATE), two, telemetry)))
          .isInstanceOf(Sessions.Opened.class);
      assertThat(open(world, louder(caller(24_000)))) // cannot start, and takes no place
          .isInstanceOfSatisfying(
              Sessions.Refused.class,
              refused -> assertThat(refused.why()).contains("put a resampler"));
      assertThat(open(world, Calls.of("a", caller(RATE), two, telemetry)))
          .isInstanceOf(Sessions.Opened.class);
      assertThat(open(world, Calls.of("a", caller(RATE), two, telemetry)))
          .isInstanceOfSatisfying(
              Sessions.Refused.class,
              refused -> assertThat(refused.why()).contains("carries 2 sessions"));
      assertThat(open(world, Calls.of("b", caller(RATE), two, telemetry)))
          .as("the model's capacity is shared by all calls that it answers")
          .isInstanceOf(Sessions.Refused.class);
      assertThat(open(world, Calls.of("b", caller(RATE), FakeModel.noCancel(), telemetry)))
          .isInstanceOf(Sessions.Opened.class);
      assertThat(open(world, Calls.of("c", caller(RATE), two, telemetry)))
          .isInstanceOfSatisfying(
              Sessions.Refused.class,
              refused -> assertThat(refused.why()).contains("all 3 sessions are taken"));

      Duration limit = Duration.ofSeconds(10);
      Done drained =
          world.run(
              system -> {
                CompletionStage<Done> once =
                    AskPattern.ask(system, Sessions.Drain::new, limit, system.scheduler());
                CompletionStage<Done> again =
                    AskPattern.ask(system, Sessions.Drain::new, limit, system.scheduler());
                CompletableFuture<Done> both = new CompletableFuture<>();
                once.thenAcceptAsync(
                    done -> again.thenAcceptAsync(both::complete, Runnable::run), Runnable::run);
                return both;
              },
              limit);
      assertThat(drained).isEqualTo(Done.getInstance());
      assertThat(open(world, Calls.of("a", caller(RATE), two, telemetry)))
          .isInstanceOfSatisfying(
              Sessions.Refused.class,
              refused -> assertThat(refused.why()).contains("shutting down"));
    }
  }
}
