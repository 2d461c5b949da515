package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DelaysTest {

  @Test
  void percentile_isTheNearestRank() {
    Delays delays = new Delays(List.of(50.0, 10.0, 40.0, 20.0, 30.0), 0);
    assertThat(delays.percentile(50)).isEqualTo(30);
    assertThat(delays.percentile(40)).isEqualTo(20);
    assertThat(delays.percentile(41)).isEqualTo(30);
    assertThat(delays.percentile(95)).isEqualTo(50);
    assertThat(delays.percentile(100)).isEqualTo(50);
    assertThat(delays.percentile(0)).isEqualTo(10);
  }

  @Test
  void percentile_ofNothing_isNone() {
    assertThat(new Delays(List.of(), 3).percentile(50)).isNaN();
  }

  @Test
  void plus_addsMissed() {
    Delays both = new Delays(List.of(2.0), 1).plus(new Delays(List.of(1.0), 2));
    assertThat(both).isEqualTo(new Delays(List.of(1.0, 2.0), 3));
  }
}
