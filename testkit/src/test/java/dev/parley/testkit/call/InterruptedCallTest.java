package dev.parley.testkit.call;

import static dev.parley.testkit.call.Calls.millis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.OfReply;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.session.SessionSettings;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.turn.TurnPolicy;
import dev.parley.testkit.CallRun;
import dev.parley.testkit.Frames;
import dev.parley.testkit.RecordingTelemetry;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import dev.parley.testkit.model.FakeModel;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A caller speaks into a reply: what is heard, what is remembered, what is told. */
class InterruptedCallTest {

  private static final int RATE = 24_000;
  private static final Epoch FIRST = Frames.main(1);
  private static final Epoch SECOND = Frames.main(2);

  private final RecordingTelemetry telemetry = new RecordingTelemetry();

  /** One question at 0.1 s, a second one into the answer, which begins at about 0.8 s. */
  private static CallerScript caller(Duration interruption) {
    return CallerScript.at(RATE)
        .says(millis(100), millis(500))
        .says(interruption, millis(500))
        .hangsUpAt(Duration.ofSeconds(12));
  }

  private ScriptedCaller call(CallerScript script, FakeModel model) {
    ScriptedCaller caller = new ScriptedCaller(script);
    CallRun.of(Calls.of(caller, model, telemetry)).run();
    return caller;
  }

  private static PlayoutSettings acked(Duration lead) {
    return PlayoutSettings.of(Pace.clock(lead), Ear.ACKED);
  }

  private static void assertPrefix(Samples audio, Epoch of) {
    assertThat(audio.toArray()).isEqualTo(FakeModel.speech(of, 0, audio.count()).toArray());
  }

  private void assertOneEndEach() {
    List<Epoch> asked =
        telemetry.events(CallEvent.ReplyAsked.class).stream()
            .map(CallEvent.ReplyAsked::epoch)
            .toList();
    assertThat(telemetry.events(CallEvent.ReplyOver.class))
        .extracting(CallEvent.ReplyOver::epoch)
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void reply_thatNobodyInterrupts_isHeardToTheSample_inRealTime() {
    ScriptedCaller caller = call(caller(Duration.ofSeconds(8)), FakeModel.engineTurn());
    assertThat(caller.givenOf(FIRST)).isEqualTo(FakeModel.speech(FIRST, 0, 2 * RATE));
    assertThat(telemetry.events(CallEvent.Interrupted.class)).isEmpty();
    Duration asked = telemetry.times(CallEvent.ReplyAsked.class).getFirst();
    Duration drained = telemetry.times(CallEvent.Drained.class).getFirst();
    assertThat(drained.minus(asked)).isEqualTo(millis(2_000)); // when it has been played
    assertOneEndEach();
  }

  @Test
  void bargeIn_cutsWithinTheSlice_andTheNewTurnIsAnswered() {
    ScriptedCaller caller = call(caller(millis(1_510)), FakeModel.engineTurn());
    assertPrefix(caller.givenOf(FIRST), FIRST);
    assertThat(caller.givenOf(SECOND)).isEqualTo(FakeModel.speech(SECOND, 0, 2 * RATE));
    assertThat(telemetry.events(CallEvent.ReplyOver.class))
        .containsExactly(
            new CallEvent.ReplyOver(FIRST, Outcome.CUT),
            new CallEvent.ReplyOver(SECOND, Outcome.COMPLETED));
    Heard heard = telemetry.events(CallEvent.HeardOf.class).getFirst().heard();
    assertThat(heard.until().sample()).isEqualTo(caller.givenOf(FIRST).count());
    assertThat(heard.basis()).isEqualTo(Heard.Basis.COUNTED);
    assertOneEndEach();
  }

  @Property(tries = 60)
  void anyInterruption_nothingOfTheCutReplyComesBehindIt(
      @ForAll @IntRange(min = 700, max = 3_200) int at,
      @ForAll @IntRange(min = 0, max = 2) int door) {
    PlayoutSettings settings =
        switch (door) {
          case 0 -> PlayoutSettings.of(Pace.clock(), Ear.COUNTED);
          case 1 -> acked(millis(300));
          default -> PlayoutSettings.of(Pace.eager(), Ear.TOLD);
        };
    RecordingTelemetry told = new RecordingTelemetry();
    ScriptedCaller caller = new ScriptedCaller(caller(millis(at)).playedBy(settings));
    CallRun.of(Calls.of(caller, FakeModel.engineTurn(), told)).run();

    List<Outbound> frames = caller.frames();
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i) instanceof Cue.Interrupted cut) {
        assertThat(frames.subList(i, frames.size()))
            .noneMatch(f -> f instanceof OfReply reply && cut.epochs().contains(reply.epoch()));
      }
    }
    assertPrefix(caller.givenOf(FIRST), FIRST);
    for (CallEvent.HeardOf fact : told.events(CallEvent.HeardOf.class)) {
      int truth = caller.heardOf(fact.heard().epoch()).count();
      assertThat(fact.heard().until().sample()).isLessThanOrEqualTo(truth);
      if (fact.heard().basis() == Heard.Basis.ACKED) { // a mark each 100 ms, and one is under way
        assertThat(fact.heard().until().sample()).isGreaterThanOrEqualTo(truth - RATE / 5);
      }
    }
  }

  @Test
  void marks_thatComeBackBecauseOfTheClear_wereNotHeard() {
    ScriptedCaller caller =
        call(caller(millis(1_510)).playedBy(acked(millis(400))), FakeModel.engineTurn());
    Heard heard = telemetry.events(CallEvent.HeardOf.class).getFirst().heard();
    assertThat(heard.basis()).isEqualTo(Heard.Basis.ACKED);
    assertThat(heard.until().sample()).isLessThan(caller.givenOf(FIRST).count());
    assertThat(heard.until().sample()).isLessThanOrEqualTo(caller.heardOf(FIRST).count());
    assertThat(caller.givenOf(FIRST).count() - caller.heardOf(FIRST).count())
        .as("the lead was thrown away")
        .isEqualTo((int) (0.4 * RATE));
  }

  @Test
  void farEndThatNeverAnswers_isAssumedByTheClock_afterTheTimeout() {
    ScriptedCaller caller =
        call(
            caller(millis(1_510)).playedBy(acked(millis(200))).withoutMarks(),
            FakeModel.engineTurn());
    Heard heard = telemetry.events(CallEvent.HeardOf.class).getFirst().heard();
    assertThat(heard.basis()).isEqualTo(Heard.Basis.ASSUMED);
    assertThat((int) heard.until().sample()).isEqualTo(caller.heardOf(FIRST).count());
    Duration cut = telemetry.times(CallEvent.Interrupted.class).getFirst();
    Duration told = telemetry.times(CallEvent.HeardOf.class).getFirst();
    assertThat(told.minus(cut)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void countedEar_withALead_countsWhatWasPlayed_notWhatWasSent() {
    PlayoutSettings settings = PlayoutSettings.of(Pace.clock(millis(200)), Ear.COUNTED);
    ScriptedCaller caller = call(caller(millis(1_510)).playedBy(settings), FakeModel.engineTurn());
    Heard heard = telemetry.events(CallEvent.HeardOf.class).getFirst().heard();
    assertThat((int) heard.until().sample()).isEqualTo(caller.heardOf(FIRST).count());
  }

  @Test
  void backendThatOwnsTheTurns_itsOwnEarCutsAndItsOwnReplyIsHeard() {
    ScriptedCaller caller =
        new ScriptedCaller(
            CallerScript.at(RATE)
                .says(millis(100), Frames.tone(440, RATE, RATE / 2))
                .says(millis(1_510), Frames.tone(440, RATE, RATE / 2))
                .hangsUpAt(Duration.ofSeconds(8)));
    var settings =
        SessionSettings.defaults()
            .withTelemetry(telemetry)
            .withPolicy(TurnPolicy.defaults().withOwner(TurnPolicy.Owner.BACKEND));
    CallRun.of(Calls.of(caller, FakeModel.backendTurn(), telemetry).with(settings)).run();

    assertThat(caller.givenOf(FIRST).count()).isBetween(1, RATE);
    assertPrefix(caller.givenOf(FIRST), FIRST);
    assertThat(caller.givenOf(SECOND)).isEqualTo(FakeModel.speech(SECOND, 0, 2 * RATE));
    assertThat(telemetry.events(CallEvent.ReplyOver.class))
        .containsExactly(
            new CallEvent.ReplyOver(FIRST, Outcome.CUT),
            new CallEvent.ReplyOver(SECOND, Outcome.COMPLETED));
  }

  @Test
  void translator_isNeverCutByTheOneItTranslates() {
    ScriptedCaller caller =
        call(caller(millis(1_510)).hangsUpAt(Duration.ofSeconds(4)), FakeModel.noTurn());
    assertThat(telemetry.events(CallEvent.Interrupted.class)).isEmpty();
    assertThat(caller.givenOf(FIRST).count()).isGreaterThan(3 * RATE);
    assertPrefix(caller.givenOf(FIRST), FIRST);
  }

  @Test
  void modelThatCannotBeStopped_isCutAllTheSame_andAnswersTheNewTurn() {
    ScriptedCaller caller = call(caller(millis(1_510)), FakeModel.noCancel());
    assertPrefix(caller.givenOf(FIRST), FIRST);
    assertThat(caller.givenOf(FIRST).count()).isLessThan(RATE);
    assertThat(caller.givenOf(SECOND)).isEqualTo(FakeModel.speech(SECOND, 0, 2 * RATE));
  }
}
