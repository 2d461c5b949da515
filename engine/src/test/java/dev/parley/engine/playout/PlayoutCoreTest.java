package dev.parley.engine.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Epoch.Lane;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The parts of the playout that know neither streams nor time. */
class PlayoutCoreTest {

  private static final int RATE = 24_000;
  private static final Epoch FIRST = new Epoch(Lane.MAIN, 1);
  private static final Epoch SECOND = new Epoch(Lane.MAIN, 2);
  private static final Epoch BESIDE = new Epoch(Lane.SIDE, 1);

  private static Spoken slice(Epoch epoch, int part, long at, int count) {
    return new Spoken(epoch, part, new Position(at, RATE), Samples.silence(count));
  }

  @Test
  void admission_fromTheStartToTheCut_andNeverAgain() {
    Admission admission = new Admission();
    assertThat(admission.admits(FIRST)).isFalse();
    assertThat(admission.open(FIRST)).isTrue();
    assertThat(admission.open(BESIDE)).isTrue();
    assertThat(admission.revoke(Lane.MAIN, 1)).containsExactly(FIRST);
    assertThat(admission.admits(FIRST)).isFalse();
    assertThat(admission.admits(BESIDE)).isTrue();
    assertThat(admission.open(FIRST)).as("a late start").isFalse();
    assertThat(admission.open(SECOND)).isTrue();
  }

  @Test
  void admission_revokesWhatHasNotStartedYet_andLeavesLaterOnesAlone() {
    Admission admission = new Admission();
    assertThat(admission.revoke(Lane.MAIN, 1)).isEmpty();
    assertThat(admission.open(FIRST)).isFalse();
    assertThat(admission.open(SECOND)).isTrue();
    assertThat(admission.revoke(Lane.MAIN, 1)).isEmpty();
    assertThat(admission.admits(SECOND)).isTrue();
  }

  @Test
  void ledger_knowsWhatWasAcked_notWhatWasSent() {
    EarLedger ledger = new EarLedger(Ear.ACKED);
    ledger.handedOver(slice(FIRST, 0, 0, 480));
    long mark = ledger.mark(slice(FIRST, 0, 0, 480));
    ledger.handedOver(slice(FIRST, 0, 480, 480));
    long late = ledger.mark(slice(FIRST, 0, 480, 480));
    ledger.acked(mark);
    List<Cut.HandedOver> cut = ledger.of(List.of(FIRST));
    ledger.forgetMarks();
    ledger.acked(late); // it came back because of the clear
    assertThat(ledger.heardByAcks(cut))
        .containsExactly(new Heard(FIRST, 0, new Position(480, RATE), Heard.Basis.ACKED));
    assertThat(ledger.samples(FIRST)).isEqualTo(960);
  }

  @Property
  void cleared_takesAwayFromTheEnd_overAllReplies(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 900) Integer> parts,
      @ForAll @LongRange(min = 0, max = 5_000) long unplayed) {
    EarLedger ledger = new EarLedger(Ear.ACKED);
    for (int i = 0; i < parts.size(); i++) { // of two replies, in turn
      ledger.handedOver(slice(i % 2 == 0 ? FIRST : SECOND, i, 0, parts.get(i)));
    }
    ledger.cleared(unplayed);
    List<Heard> heard = ledger.heardAllOf(List.of(FIRST, SECOND), Heard.Basis.ASSUMED);
    long all = parts.stream().mapToLong(Integer::longValue).sum();
    assertThat(heard.stream().mapToLong(h -> h.until().sample()).sum())
        .isEqualTo(Math.max(0, all - unplayed));
    boolean cut = false;
    for (int i = 0; i < parts.size(); i++) {
      long until = heard.get(i).until().sample();
      assertThat(cut ? until : 0).as("nothing is heard behind the cut").isZero();
      cut |= until < parts.get(i);
    }
  }

  @Test
  void told_isClampedToWhatWasGiven_atAnyRate() {
    EarLedger ledger = new EarLedger(Ear.ACKED);
    ledger.handedOver(slice(FIRST, 0, 0, 2_400));
    assertThat(ledger.told(FIRST, 0, new Position(16_000, 16_000), 1).orElseThrow().until())
        .isEqualTo(new Position(2_400, RATE));
    assertThat(ledger.told(FIRST, 0, new Position(800, 16_000), 1).orElseThrow().until())
        .isEqualTo(new Position(1_200, RATE));
    assertThat(ledger.told(SECOND, 0, Position.start(RATE), 1)).isEmpty();
  }

  @Test
  void told_isInTheModelsTime_howeverFastItWasPlayed() {
    EarLedger ledger = new EarLedger(Ear.TOLD);
    ledger.handedOver(slice(FIRST, 0, 0, 2_400));
    assertThat(ledger.told(FIRST, 0, new Position(1_200, RATE), 1.5).orElseThrow().until())
        .isEqualTo(new Position(1_800, RATE));
    assertThat(ledger.told(FIRST, 0, new Position(9_999, RATE), 1.5).orElseThrow().until())
        .as("all that was played of it")
        .isEqualTo(new Position(3_600, RATE));
    assertThat(ledger.told(FIRST, 0, new Position(1_200, RATE), 0.5).orElseThrow().until())
        .isEqualTo(new Position(600, RATE));
  }

  @Property
  void playClock_countsSamples_andNeverDrifts(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 1, max = 5_000) Integer> slices) {
    PlayClock clock = new PlayClock();
    clock.begin(1_000);
    long samples = 0;
    for (int slice : slices) {
      clock.handedOver(slice, RATE);
      samples += slice;
    }
    assertThat(clock.playedUpAt()).isEqualTo(1_000 + Math.round(1e9 * samples / RATE));
    assertThat(clock.unplayed(1_000)).isEqualTo(samples);
    assertThat(clock.unplayed(clock.playedUpAt())).isZero();
  }

  @Test
  void playClock_thatHasRunDry_startsAnew_andOneThatHasNotGoesOn() {
    PlayClock clock = new PlayClock();
    clock.begin(0);
    clock.handedOver(RATE, RATE);
    clock.begin(500_000_000);
    assertThat(clock.playedUpAt()).isEqualTo(1_000_000_000);
    clock.begin(3_000_000_000L);
    assertThat(clock.playedUpAt()).isEqualTo(3_000_000_000L);
  }
}
