package dev.parley.benchmarks.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void interval_isWilsons() {
    Share share = new Share(45, 66);
    assertThat(share.rate()).isEqualTo(45 / 66.0);
    assertThat(share.low()).isCloseTo(0.5624, within(1e-3));
    assertThat(share.high()).isCloseTo(0.7817, within(1e-3));
    assertThat(new Share(20, 20).low()).isCloseTo(0.8389, within(1e-3));
  }

  @Test
  void ofNothing_everythingIsPossible() {
    Share none = new Share(0, 0);
    assertThat(none.rate()).isNaN();
    assertThat(none.low()).isZero();
    assertThat(none.high()).isEqualTo(1);
  }

  @Property(tries = 100)
  void interval_holdsTheRate(
      @ForAll @IntRange(min = 1, max = 300) int of, @ForAll @IntRange(max = 300) int some) {
    Share share = new Share(Math.min(of, some), of);
    assertThat(share.rate()).isBetween(share.low() - 1e-9, share.high() + 1e-9);
  }

  @Test
  void moreHitsThanTries_areRefused() {
    assertThatThrownBy(() -> new Share(3, 2)).hasMessage("hits must be 0 to 2, got 3");
  }
}
