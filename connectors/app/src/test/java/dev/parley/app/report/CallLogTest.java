package dev.parley.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.pipeline.Plan;
import dev.parley.engine.session.SessionReport;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.engine.time.CallClock;
import dev.parley.testkit.Frames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallLogTest {

  private static final int RATE = 24_000;
  private static final Epoch FIRST = Frames.main(1);
  private static final Epoch SECOND = Frames.main(2);

  private final CallLog log = new CallLog();

  @Test
  void answeredTurn_hasItsPlaces_andTheWaitInStages() {
    turn(1_000, 2_000);
    tell(2_510, new CallEvent.ReplyAsked(FIRST));
    tell(2_660, new CallEvent.FirstAudio(FIRST));
    tell(4_000, new CallEvent.Said(FIRST, 0, " Hello"));
    tell(4_000, new CallEvent.Said(FIRST, 0, " there. "));
    tell(4_660, new CallEvent.Drained(FIRST, 2 * RATE, RATE));

    CallReport.Turn turn = report().turns().getFirst();
    assertThat(turn.speech()).isEqualTo(new CallReport.Speech(1_000, 2_000, 1_060, 2_200, 2_500));
    assertThat(turn.reply())
        .isEqualTo(
            new CallReport.Reply(
                "main-1",
                "Hello there.",
                2_660.0,
                4_660.0,
                2L * RATE,
                RATE,
                /* interrupted= */ false,
                new CallReport.Stages(200, 300, 10, 0, 150)));
    assertThat(report().latency().replyMs()).isEqualTo(new Percentiles(660, 660, 660));
    assertThat(report().latency().interruptionMs()).isNull();
  }

  @Test
  void turnWithoutAReply_hasNone_andNoLatency() {
    turn(1_000, 2_000);

    assertThat(report().turns()).singleElement().extracting(CallReport.Turn::reply).isNull();
    assertThat(report().latency().replyMs()).isNull();
  }

  @Test
  void cutReply_isAnInterruption_withWhatWasHeard() {
    turn(1_000, 2_000);
    tell(2_500, new CallEvent.ReplyAsked(FIRST));
    tell(2_600, new CallEvent.FirstAudio(FIRST));
    caller(new Signal.SpeechStarted(at(3_030), at(3_100)));
    cut(3_105, FIRST);
    tell(3_105, new CallEvent.HeardOf(new Heard(FIRST, 0, at(505), Heard.Basis.COUNTED)));

    CallReport report = report();
    assertThat(report.interruptions())
        .containsExactly(
            new CallReport.Interruption("main-1", 3_030, 3_100, 3_105, 0, 505L * RATE / 1_000));
    assertThat(reply(report, 0).interrupted()).isTrue();
    assertThat(reply(report, 0).endMs()).isEqualTo(3_105);
    assertThat(report.latency().interruptionMs()).isEqualTo(new Percentiles(75, 75, 75));
  }

  @Test
  void replyThatWasCutBeforeItWasHeard_isNoInterruption() {
    turn(1_000, 2_000);
    tell(2_500, new CallEvent.ReplyAsked(FIRST));
    caller(new Signal.SpeechStarted(at(2_550), at(2_600)));
    cut(2_600, FIRST);

    CallReport report = report();
    assertThat(report.interruptions()).isEmpty();
    assertThat(reply(report, 0).interrupted()).isTrue();
    assertThat(reply(report, 0).firstAudioMs()).isNull();
    assertThat(reply(report, 0).endMs()).isNull();
    assertThat(reply(report, 0).stages()).isNull();
  }

  @Test
  void framesOfACutReply_thatLeaveThePlayoutAfterwards_areCounted() {
    tell(0, new CallEvent.ReplyAsked(FIRST));
    tell(0, new CallEvent.FirstAudio(FIRST));
    Tap.Observer observer =
        log.open(AudioFormat.pcm16(RATE), AudioFormat.pcm16(RATE), new CallClock(() -> 0, 0));
    observer.outbound(spoken(FIRST));
    observer.outbound(new Cue.Interrupted(List.of(FIRST)));
    observer.outbound(spoken(SECOND));
    observer.outbound(spoken(FIRST));
    observer.outbound(spoken(FIRST));
    cut(100, FIRST);

    assertThat(report().interruptions())
        .singleElement()
        .extracting(CallReport.Interruption::staleFrames)
        .isEqualTo(2L);
  }

  @Test
  void toolCall_belongsToItsTurn_andTheReplyBehindItToo() {
    turn(1_000, 2_000);
    tell(2_500, new CallEvent.ReplyAsked(FIRST));
    tell(2_650, new CallEvent.ToolCalled(FIRST, "call-1", "weather", "{}"));
    tell(2_700, new CallEvent.ToolCalled(FIRST, "call-2", "time", "{\"zone\":1}"));
    tell(2_800, new CallEvent.ToolReturned("call-1", "rain"));
    tell(2_900, new CallEvent.ReplyAsked(SECOND));
    tell(3_000, new CallEvent.FirstAudio(SECOND));

    CallReport.Turn turn = report().turns().getFirst();
    assertThat(turn.toolCalls())
        .containsExactly(
            new CallReport.ToolCall("weather", "{}", "rain", 2_650, 150.0),
            new CallReport.ToolCall("time", "{\"zone\":1}", null, 2_700, null));
    assertThat(reply(report(), 0).epoch()).isEqualTo("main-2");
    assertThat(turn.furtherReplies()).isEmpty();
    assertThat(reply(report(), 0).stages()).isEqualTo(new CallReport.Stages(200, 300, 0, 400, 100));
  }

  @Test
  void replyWithWordsBeforeItsTool_isFollowedByTheOneThatTellsTheResult() {
    turn(1_000, 2_000);
    tell(2_500, new CallEvent.ReplyAsked(FIRST));
    tell(2_550, new CallEvent.ToolCalled(FIRST, "call-1", "weather", "{\"day\":1}"));
    tell(2_600, new CallEvent.FirstAudio(FIRST));
    tell(2_600, new CallEvent.Said(FIRST, 0, "One moment."));
    tell(3_600, new CallEvent.Drained(FIRST, RATE, RATE));
    tell(4_550, new CallEvent.ToolReturned("call-1", "rain"));
    tell(4_560, new CallEvent.ReplyAsked(SECOND));
    tell(4_700, new CallEvent.FirstAudio(SECOND));
    tell(4_700, new CallEvent.Said(SECOND, 0, "It will"));
    cut(5_200, SECOND);
    tell(5_200, new CallEvent.HeardOf(new Heard(SECOND, 0, at(500), Heard.Basis.COUNTED)));

    CallReport.Turn turn = report().turns().getFirst();
    assertThat(reply(report(), 0).text()).isEqualTo("One moment.");
    assertThat(reply(report(), 0).stages()).isEqualTo(new CallReport.Stages(200, 300, 0, 0, 100));
    assertThat(turn.furtherReplies())
        .containsExactly(
            new CallReport.Reply(
                "main-2",
                "It will",
                4_700.0,
                5_200.0,
                RATE / 2,
                RATE,
                /* interrupted= */ true,
                /* stages= */ null));
    assertThat(turn.toolCalls())
        .containsExactly(new CallReport.ToolCall("weather", "{\"day\":1}", "rain", 2_550, 2_000.0));
    assertThat(report().latency().replyMs()).isEqualTo(new Percentiles(600, 600, 600));
  }

  @Test
  void toolCalledByAReply_thatTheNextTurnHasOvertaken_belongsToItsOwnTurn() {
    turn(1_000, 2_000);
    tell(2_500, new CallEvent.ReplyAsked(FIRST));
    turn(3_000, 4_000);
    tell(4_500, new CallEvent.ReplyAsked(SECOND));
    tell(4_600, new CallEvent.ToolCalled(FIRST, "call-1", "weather", "{}"));

    assertThat(report().turns().getFirst().toolCalls()).hasSize(1);
    assertThat(report().turns().get(1).toolCalls()).isEmpty();
  }

  @Test
  void turnThatPaused_beginsWithItsFirstSound_andEndsWithItsLast() {
    caller(new Signal.SpeechStarted(at(1_000), at(1_060)));
    caller(new Signal.SpeechStopped(at(1_500), at(1_700)));
    caller(new Signal.SpeechStarted(at(1_900), at(1_960)));
    caller(new Signal.SpeechStopped(at(2_500), at(2_700)));
    caller(new Signal.TurnEnded(at(1_000), at(2_500), at(3_000)));

    assertThat(report().turns())
        .singleElement()
        .extracting(CallReport.Turn::speech)
        .isEqualTo(new CallReport.Speech(1_000, 2_500, 1_060, 2_700, 3_000));
  }

  @Test
  void announcement_isNoReplyToATurn() {
    turn(1_000, 2_000);
    tell(2_500, new CallEvent.ReplyAsked(Frames.say(1)));
    tell(2_600, new CallEvent.FirstAudio(Frames.say(1)));

    CallReport report = report();
    assertThat(report.turns().getFirst().reply()).isNull();
    assertThat(report.announcements())
        .singleElement()
        .extracting(said -> said.reply().epoch())
        .isEqualTo("say-1");
  }

  @Test
  void rest_isTakenOverAsItIs() {
    CallReport report = report();

    assertThat(report.clock()).isEqualTo("virtual");
    assertThat(report.model()).isEqualTo("model");
    assertThat(report.lastedMs()).isEqualTo(9_000.125);
    assertThat(report.drops()).containsExactly(Map.entry("edge", 3L));
    assertThat(report.plan()).singleElement().asString().startsWith("tap ");
    assertThat(report.turns()).isEmpty();
  }

  private void turn(int from, int to) {
    caller(new Signal.SpeechStarted(at(from), at(from + 60)));
    caller(new Signal.SpeechStopped(at(to), at(to + 200)));
    caller(new Signal.TurnEnded(at(from), at(to), at(to + 500)));
  }

  private void caller(Signal fact) {
    tell(0, new CallEvent.Caller(fact)); // says itself where it belongs
  }

  private void cut(int millis, Epoch epoch) {
    tell(
        millis,
        new CallEvent.Interrupted(List.of(epoch), CutReason.BARGE_IN, Duration.ofMillis(millis)));
  }

  private void tell(int millis, CallEvent event) {
    log.record("call", Duration.ofMillis(millis), event);
  }

  private CallReport report() {
    AudioFormat audio = AudioFormat.pcm16(RATE);
    Plan plan = new Plan("call", List.of(new Plan.Step(Plan.Kind.TAP, "tap", audio, audio, "")));
    SessionReport session =
        new SessionReport(
            "call",
            Duration.ofNanos(9_000_125_000L),
            0,
            0,
            0,
            Map.of("edge", 3L),
            Optional.empty());
    return log.report("virtual", new CallReport.Input("x", 9, RATE), "model", plan, session);
  }

  private static CallReport.Reply reply(CallReport report, int turn) {
    CallReport.Reply reply = report.turns().get(turn).reply();
    if (reply == null) {
      throw new AssertionError("no reply to turn " + turn);
    }
    return reply;
  }

  private static Spoken spoken(Epoch epoch) {
    return Frames.spoken(epoch, 0, RATE, Samples.silence(480));
  }

  private static Position at(int millis) {
    return new Position((long) millis * RATE / 1_000, RATE);
  }
}
