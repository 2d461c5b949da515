package dev.parley.speech.asr.sphinx4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.speech.asr.Beam;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TrustTest {

  @Property(tries = 100)
  void in_isAProbability_thatGrowsWithThePosterior_andIsNoSurer(
      @ForAll Beam beam, @ForAll @DoubleRange(min = 0, max = 1) double posterior) {
    Trust trust = Trust.of(beam);
    assertThat(trust.in(posterior)).isBetween(0.0, posterior);
    assertThat(trust.in(Math.min(1, posterior + 0.1))).isGreaterThanOrEqualTo(trust.in(posterior));
  }

  @Property(tries = 100)
  void in_ofANarrowSearch_isLess(@ForAll @DoubleRange(min = 0.1, max = 1) double posterior) {
    assertThat(Trust.of(Beam.NARROW).in(posterior)).isLessThan(Trust.of(Beam.NORMAL).in(posterior));
  }
}
