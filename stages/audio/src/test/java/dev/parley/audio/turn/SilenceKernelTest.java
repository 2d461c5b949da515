package dev.parley.audio.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.testkit.stage.StageSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilenceKernelTest {

  private static final int RATE = 24_000;
  private static final int FRAME = 20; // ms
  private static final int HANG_OVER = 200;
  private static final TurnSettings SETTINGS = settings(500, 1_200, 60_000);

  private final List<Inbound> out = new ArrayList<>();
  private SilenceKernel kernel = new SilenceKernel(SETTINGS);
  private int now;

  @Test
  void turn_endsAfterTheLeastWait_countedFromTheEndOfSpeech() {
    speak(1_000, 2_000);
    hearUntil(2_480);
    assertThat(turns()).isEmpty();
    hearUntil(2_500);
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 2_500));
  }

  @Test
  void detectorThatIsSlowToNotice_costsNoExtraWait() {
    started(1_000);
    hearUntil(2_900);
    stopped(2_000);
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 2_900));
  }

  @Test
  void turnEnded_comesBehindTheAudioThatWasWaitedFor() {
    speak(1_000, 2_000);
    hearUntil(2_600);
    int place = out.indexOf(turn(1_000, 2_000, 2_500));
    assertThat(out.get(place - 1))
        .isInstanceOfSatisfying(
            Captured.class, last -> assertThat(last.end()).isEqualTo(at(2_500)));
  }

  @Test
  void pause_thatWasBridged_makesTheNextWaitAQuarterLonger() {
    speak(1_000, 2_000);
    speak(2_480, 3_000); // bridges 480 ms
    hearUntil(3_580);
    assertThat(turns()).isEmpty();
    hearUntil(3_600);
    assertThat(turns()).containsExactly(turn(1_000, 3_000, 3_600));
  }

  @Test
  void whatBreaksOffInTheMiddle_isGivenTheLongestWait_once() {
    speak(1_000, 2_000);
    hearUntil(2_300);
    kernel.hint(new Signal.Unfinished(at(2_300)));
    hearUntil(3_180);
    assertThat(turns()).isEmpty();
    hearUntil(3_200);
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 3_200));

    speak(4_000, 5_000);
    hearUntil(5_500);
    assertThat(turns()).last().isEqualTo(turn(4_000, 5_000, 5_500));
  }

  @Test
  void unfinished_thatComesWhileTheCallerSpeaks_changesNothing() {
    started(1_000);
    kernel.hint(new Signal.Unfinished(at(1_000)));
    hearUntil(2_200);
    stopped(2_000);
    hearUntil(2_500);
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 2_500));
  }

  @Test
  void shortPauses_changeNothing() {
    speak(1_000, 2_000);
    speak(2_300, 3_000); // 300 ms and a quarter are less than the least wait
    hearUntil(3_500);
    assertThat(turns()).containsExactly(turn(1_000, 3_000, 3_500));
  }

  @Test
  void longestPause_counts_notTheLast() {
    speak(1_000, 2_000);
    speak(2_480, 3_000);
    speak(3_260, 4_000);
    hearUntil(5_000);
    assertThat(turns()).containsExactly(turn(1_000, 4_000, 4_600));
  }

  @Test
  void wait_isCapped_whateverThePauses() {
    kernel = new SilenceKernel(settings(1_000, 1_100, 60_000));
    speak(1_000, 2_000);
    speak(2_980, 4_000); // 980 ms and a quarter would be 1225
    hearUntil(6_000);
    assertThat(turns()).containsExactly(turn(1_000, 4_000, 5_100));
  }

  @Test
  void nextTurn_beginsWithTheLeastWaitAgain() {
    speak(1_000, 2_000);
    speak(2_480, 3_000);
    hearUntil(4_000);
    speak(5_000, 6_000);
    hearUntil(7_000);
    assertThat(turns()).containsExactly(turn(1_000, 3_000, 3_600), turn(5_000, 6_000, 6_500));
  }

  @Test
  void turn_endsAtItsMost_evenIfSpeechNeverStops() {
    kernel = new SilenceKernel(settings(500, 1_200, 3_000));
    started(1_000);
    hearUntil(10_000);
    assertThat(turns())
        .containsExactly(
            turn(1_000, 4_000, 4_000), turn(4_000, 7_000, 7_000), turn(7_000, 10_000, 10_000));
  }

  @Test
  void speechThatStops_afterItsTurnWasEnded_endsAnother() {
    kernel = new SilenceKernel(settings(500, 1_200, 3_000));
    speak(1_000, 5_000);
    hearUntil(7_000);
    assertThat(turns()).containsExactly(turn(1_000, 4_000, 4_000), turn(4_000, 5_000, 5_500));
    speak(8_000, 9_000);
    hearUntil(10_000);
    assertThat(turns()).last().isEqualTo(turn(8_000, 9_000, 9_500));
  }

  @Test
  void gap_isSilenceToo() {
    speak(1_000, 2_000);
    give(new Gap(at(now), RATE, Gap.Cause.LOST)); // a second
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 3_200));
  }

  @Test
  void flush_endsTheTurnOfWhoeverIsSilent() {
    speak(1_000, 2_000);
    kernel.flush(out::add);
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 2_000));
  }

  @Test
  void flush_saysNothing_whereNoTurnIsOpen() {
    speak(1_000, 2_000);
    hearUntil(3_000);
    out.clear();
    kernel.flush(out::add);
    assertThat(out).isEmpty();
  }

  @Test
  void silence_isNoTurn() {
    hearUntil(5_000);
    stopped(5_000);
    kernel.flush(out::add);
    assertThat(turns()).isEmpty();
  }

  @Test
  void reset_forgetsTheTurn() {
    speak(1_000, 2_000);
    kernel.reset();
    hearUntil(5_000);
    assertThat(turns()).isEmpty();
  }

  @Test
  void tune_takesEffectOnTheTurnThatIsOpen() {
    speak(1_000, 2_000);
    kernel.tune(settings(300, 300, 60_000));
    hearUntil(2_500);
    assertThat(turns()).containsExactly(turn(1_000, 2_000, 2_300));
    assertThat(kernel.settingsType()).isEqualTo(TurnTuning.class);
  }

  @Test
  void off_endsNoTurn() {
    kernel = new SilenceKernel(TurnTuning.off());
    speak(1_000, 2_000);
    hearUntil(70_000);
    kernel.flush(out::add);
    assertThat(turns()).isEmpty();
  }

  @Test
  void switchedOff_inTheMiddleOfATurn_saysNothingMoreOfIt() {
    speak(1_000, 2_000);
    kernel.tune(TurnTuning.off());
    hearUntil(4_000);
    kernel.tune(SETTINGS);
    hearUntil(6_000);
    kernel.flush(out::add);
    assertThat(turns()).isEmpty();
  }

  @Test
  void switchedOn_waitsForTheNextSpeech() {
    kernel = new SilenceKernel(TurnTuning.off());
    started(1_000);
    hearUntil(1_500);
    kernel.tune(SETTINGS);
    hearUntil(2_200);
    stopped(2_000);
    speak(4_000, 5_000);
    hearUntil(6_000);
    assertThat(turns()).containsExactly(turn(4_000, 5_000, 5_500));
  }

  @Test
  void otherSignals_pass() {
    Signal key = new Signal.Dtmf('7', at(0));
    give(key);
    assertThat(out).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 24_000, 44_100})
  void stage_keepsItsPromises(int rate) {
    List<Inbound> given = new ArrayList<>();
    for (int second = 0; second < 4; second++) {
      if (second == 1) {
        given.add(new Signal.SpeechStarted(new Position(rate / 2, rate), new Position(rate, rate)));
      }
      if (second == 2) {
        Position stop = new Position(2L * rate - 7, rate);
        given.add(new Signal.SpeechStopped(stop, new Position(2L * rate, rate)));
      }
      given.add(new Captured(new Position((long) second * rate, rate), Samples.silence(rate)));
    }
    StageSpec.of(TurnDetector.silence(Eagerness.MEDIUM), AudioFormat.pcm16(rate))
        .signalsPassInPlace(given, Duration.ZERO)
        .positionsStayTrue(given)
        .callsAreIndependent(given);
  }

  /** Somebody speaks; says so when a detector with a hang-over would. */
  private void speak(int from, int to) {
    hearUntil(from);
    started(from);
    hearUntil(to + HANG_OVER);
    stopped(to);
  }

  private void started(int from) {
    give(new Signal.SpeechStarted(at(from), at(from + FRAME)));
  }

  private void stopped(int to) {
    give(new Signal.SpeechStopped(at(to), at(now)));
  }

  private void hearUntil(int millis) {
    while (now < millis) {
      give(new Captured(at(now), Samples.silence(RATE * FRAME / 1_000)));
      now += FRAME;
    }
  }

  private void give(Inbound frame) {
    kernel.accept(frame, out::add);
  }

  private List<Signal.TurnEnded> turns() {
    return out.stream()
        .filter(Signal.TurnEnded.class::isInstance)
        .map(Signal.TurnEnded.class::cast)
        .toList();
  }

  private static Signal.TurnEnded turn(int start, int end, int decided) {
    return new Signal.TurnEnded(at(start), at(end), at(decided));
  }

  private static Position at(int millis) {
    return new Position((long) millis * RATE / 1_000, RATE);
  }

  private static TurnSettings settings(long minWait, long maxWait, long maxTurn) {
    return new TurnSettings(
        Duration.ofMillis(minWait), Duration.ofMillis(maxWait), Duration.ofMillis(maxTurn));
  }
}
