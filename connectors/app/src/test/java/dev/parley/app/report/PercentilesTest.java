package dev.parley.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void nearestRank_isAValueThatWasThere() {
    List<Double> values =
        IntStream.rangeClosed(1, 20).mapToObj(n -> (double) (21 - n)).toList(); // not in order
    assertThat(Percentiles.of(values)).isEqualTo(new Percentiles(10, 19, 20));
  }

  @Test
  void oneValue_isAllOfThem() {
    assertThat(Percentiles.of(List.of(7.5))).isEqualTo(new Percentiles(7.5, 7.5, 7.5));
  }

  @Test
  void oddCount_hasTheMiddleOneAsMedian() {
    assertThat(Percentiles.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Percentiles(2, 3, 3));
  }

  @Test
  void nothing_hasNone() {
    assertThat(Percentiles.of(List.of())).isNull();
  }
}
