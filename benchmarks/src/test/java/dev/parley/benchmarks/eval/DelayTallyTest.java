package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelayTallyTest {

  private final DelayTally tally = new DelayTally();

  @Test
  void onset_isMeasuredToWhenItWasTold() {
    tally.add(
        List.of(new Region(1, 2)),
        List.of(new Detection(0.98, 1.08, 2.03, 2.22)),
        /* seconds= */ 4);
    assertThat(tally.onsets().percentile(50)).isCloseTo(80, within(1e-6));
    assertThat(tally.endings().percentile(50)).isCloseTo(220, within(1e-6));
  }

  @Test
  void regionBehindAShortPause_isNoOnset() {
    tally.add(
        List.of(new Region(1, 2), new Region(2.2, 3)),
        List.of(new Detection(1, 1.1, 3, 3.2)),
        /* seconds= */ 4);
    assertThat(tally.onsets().count()).isEqualTo(1);
    assertThat(tally.onsets().missed()).isZero();
    assertThat(tally.endings().count()).isEqualTo(1);
  }

  @Test
  void onsetThatNobodyTold_isMissed() {
    tally.add(
        List.of(new Region(0, 0.5), new Region(2, 3)),
        List.of(new Detection(0, 0.1, 0.5, 0.7)),
        /* seconds= */ 4);
    assertThat(tally.onsets().count()).isEqualTo(1);
    assertThat(tally.onsets().missed()).isEqualTo(1);
  }

  @Test
  void onsetInsideAnEarlierSound_hasNoDelay() {
    tally.add(List.of(new Region(2, 3)), List.of(new Detection(1, 1.1, 3, 3.2)), /* seconds= */ 4);
    assertThat(tally.openAlready()).isEqualTo(1);
    assertThat(tally.onsets()).isEqualTo(Delays.NONE);
  }

  @Test
  void endingAtTheFilesEnd_isNotMeasured() {
    tally.add(
        List.of(new Region(1, 2)), List.of(new Detection(1, 1.1, 2.1, 2.1)), /* seconds= */ 2.1);
    assertThat(tally.endings()).isEqualTo(Delays.NONE);
  }
}
