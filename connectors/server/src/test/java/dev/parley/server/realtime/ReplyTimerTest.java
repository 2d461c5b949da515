package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal.Outcome;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import dev.parley.wire.ReplyTimes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Where the time before an answer went, told from what a call tells. */
class ReplyTimerTest {

  /** How much later the call hears of the caller's audio than it was spoken, in ms. */
  private static final long LATE = 70;

  private static final Epoch FIRST = new Epoch(Lane.MAIN, 1);
  private static final Epoch SECOND = new Epoch(Lane.MAIN, 2);

  /** What was told, and of which reply. */
  private record Told(Epoch epoch, ReplyTimes times) {}

  private final List<Told> told = new ArrayList<>();
  private final ReplyTimer timer = new ReplyTimer();

  ReplyTimerTest() {
    timer.arm((epoch, times) -> told.add(new Told(epoch, times)));
  }

  private void at(long ms, CallEvent event) {
    timer.record("call", Duration.ofMillis(LATE + ms), event);
  }

  private static Position heard(long ms) {
    return Position.ofNanos(Duration.ofMillis(ms).toNanos(), 24_000);
  }

  /** Speech to 2 s, noticed at 2.2 s, the turn's end at 2.5 s. */
  private void speak() {
    at(2_210, new CallEvent.Caller(new Signal.SpeechStopped(heard(2_000), heard(2_200))));
    at(2_500, new CallEvent.Caller(new Signal.TurnEnded(heard(1_000), heard(2_000), heard(2_500))));
  }

  private void ask(Epoch epoch) {
    at(2_512, new CallEvent.ReplyAsked(epoch));
  }

  private void answer(Epoch epoch, long made, long sent) {
    at(made, new CallEvent.AudioMade(epoch));
    at(sent, new CallEvent.FirstAudio(epoch));
  }

  @Test
  void spokenTurn_isSplit_howeverLateItsAudioCame() {
    speak();
    ask(FIRST);
    answer(FIRST, 2_650, 2_662);

    assertThat(told).containsExactly(new Told(FIRST, new ReplyTimes(2_000, 200, 300, 150, 0, 12)));
  }

  @Test
  void tools_areWithinTheModel_andSeveralAtOnceCountOnce() {
    speak();
    ask(FIRST);
    at(2_550, new CallEvent.ToolCalled(FIRST, "a", "weather", "{}"));
    at(2_560, new CallEvent.ToolCalled(FIRST, "b", "weather", "{}"));
    at(2_600, new CallEvent.ToolReturned("a", "sunny"));
    at(2_640, new CallEvent.ToolReturned("b", "sunny"));
    at(2_640, new CallEvent.ReplyOver(FIRST, Outcome.COMPLETED));
    ask(SECOND);
    answer(SECOND, 2_700, 2_700);

    assertThat(told).containsExactly(new Told(SECOND, new ReplyTimes(2_000, 200, 300, 200, 90, 0)));
  }

  @Test
  void toolThatStillWorks_whenTheModelSpeaks_countsUntilThen() {
    speak();
    ask(FIRST);
    at(2_550, new CallEvent.ToolCalled(FIRST, "a", "weather", "{}"));
    answer(FIRST, 2_600, 2_600);
    at(9_000, new CallEvent.ToolReturned("a", "sunny"));

    assertThat(told).extracting(each -> each.times().tools()).containsExactly(50L);
  }

  @Test
  void turnEndedByHand_beginsWithItsCommit() {
    at(3_000, new CallEvent.Committed(heard(3_000)));
    at(3_030, new CallEvent.ReplyAsked(FIRST));
    answer(FIRST, 3_200, 3_200);

    assertThat(told).containsExactly(new Told(FIRST, new ReplyTimes(3_000, 0, 0, 200, 0, 0)));
  }

  @Test
  void eachTurn_isTimedOnce_andWithoutOneNothingIs() {
    ask(FIRST);
    answer(FIRST, 100, 100); // a greeting
    assertThat(told).isEmpty();

    speak();
    ask(SECOND);
    answer(SECOND, 2_600, 2_600);
    Epoch third = SECOND.next();
    at(9_000, new CallEvent.ReplyAsked(third));
    answer(third, 9_100, 9_100); // to something typed
    assertThat(told).extracting(Told::epoch).containsExactly(SECOND);
  }

  @Test
  void whatTheSystemSays_andRepliesOutOfBand_answerNobody() {
    speak();
    for (Lane lane : List.of(Lane.SAY, Lane.SIDE)) {
      ask(new Epoch(lane, 1));
      answer(new Epoch(lane, 1), 2_600, 2_600);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void answerThatWasCutBeforeItsFirstSound_isNotTimed() {
    speak();
    ask(FIRST);
    at(2_600, new CallEvent.ReplyOver(FIRST, Outcome.CUT));
    at(60_000, new CallEvent.ReplyAsked(SECOND));
    answer(SECOND, 60_100, 60_100);
    assertThat(told).isEmpty();
  }

  @Property
  void spans_addUpToTheWholeWait(
      @ForAll @IntRange(max = 3_000) int speech,
      @ForAll @IntRange(max = 500_000) int hangoverMicros,
      @ForAll @IntRange(max = 800_000) int endingMicros,
      @ForAll @IntRange(max = 2_000_000) int modelMicros,
      @ForAll @IntRange(max = 100_000) int playoutMicros) {
    told.clear();
    Duration noticed = micros(speech * 1_000L + hangoverMicros);
    Duration ended = noticed.plus(micros(endingMicros));
    Duration made = ended.plus(micros(modelMicros));
    Duration sent = made.plus(micros(playoutMicros));
    at(0, new CallEvent.Caller(new Signal.SpeechStopped(heard(speech), position(noticed))));
    timer.record(
        "call",
        ended.plusMillis(LATE),
        new CallEvent.Caller(new Signal.TurnEnded(heard(0), heard(speech), position(ended))));
    timer.record("call", ended.plusMillis(LATE), new CallEvent.ReplyAsked(FIRST));
    timer.record("call", made.plusMillis(LATE), new CallEvent.AudioMade(FIRST));
    timer.record("call", sent.plusMillis(LATE), new CallEvent.FirstAudio(FIRST));

    ReplyTimes times = told.getFirst().times();
    long whole = times.detect() + times.decide() + times.model() + times.playout();
    long wait = sent.minusMillis(speech).toNanos();
    assertThat(Math.abs(whole * 1_000_000 - wait)).isLessThanOrEqualTo(1_000_000);
  }

  private static Duration micros(long count) {
    return Duration.ofNanos(count * 1_000);
  }

  private static Position position(Duration at) {
    return Position.ofNanos(at.toNanos(), 1_000_000);
  }
}
