package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameCountTest {

  @Test
  void halfFound_halfBeside() {
    FrameCount count =
        FrameCount.of(List.of(new Region(1, 2)), List.of(new Region(1.5, 2.5)), /* seconds= */ 3);
    assertThat(count).isEqualTo(new FrameCount(50, 50, 50));
    assertThat(count.precision()).isEqualTo(0.5);
    assertThat(count.recall()).isEqualTo(0.5);
    assertThat(count.f1()).isEqualTo(0.5);
  }

  @Test
  void frame_belongsToWhereItsMiddleLies() {
    FrameCount count =
        FrameCount.of(List.of(new Region(0.106, 0.204)), List.of(new Region(0, 1)), 1);
    assertThat(count).isEqualTo(new FrameCount(9, 91, 0));
  }

  @Test
  void lastFrame_countsAlthoughItIsNotWhole() {
    assertThat(FrameCount.of(List.of(new Region(0, 9)), List.of(), 0.999).misses()).isEqualTo(100);
  }

  @Test
  void unevenScores_f1IsTheHarmonicMean() {
    FrameCount count = new FrameCount(90, 10, 30);
    assertThat(count.precision()).isEqualTo(0.9);
    assertThat(count.recall()).isEqualTo(0.75);
    assertThat(count.f1()).isCloseTo(2 * 0.9 * 0.75 / (0.9 + 0.75), within(1e-12));
  }

  @Test
  void nothingAtAll_scoresNought() {
    assertThat(FrameCount.NONE.f1()).isZero();
    assertThat(FrameCount.NONE.precision()).isZero();
  }
}
