package dev.parley.engine.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PositionTest {

  private static final long DAYS = 30L * 24 * 3_600;

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(8_000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000);
  }

  @Property
  void nanos_andBack_isTheSameSample(
      @ForAll("rates") int rate, @ForAll @LongRange(min = 0, max = DAYS * 48_000) long sample) {
    Position position = new Position(sample, rate);
    assertThat(Position.ofNanos(position.toDuration().toNanos(), rate)).isEqualTo(position);
  }

  @Property
  void at_isWithinHalfASampleOfTheSameInstant(
      @ForAll("rates") int from,
      @ForAll("rates") int to,
      @ForAll @LongRange(min = 0, max = DAYS * 48_000) long sample) {
    Position there = new Position(sample, from).at(to);
    assertThat((double) there.sample() / to)
        .isCloseTo((double) sample / from, within(0.5 / to + 1e-9));
  }

  @Property
  void at_keepsTheOrder(
      @ForAll("rates") int from,
      @ForAll("rates") int to,
      @ForAll @LongRange(min = 0, max = DAYS * 48_000) long sample) {
    assertThat(new Position(sample + 1, from).at(to))
        .isGreaterThanOrEqualTo(new Position(sample, from).at(to));
  }

  @Test
  void minus_stopsAtTheBeginning() {
    assertThat(new Position(5, 8_000).minus(6)).isEqualTo(Position.start(8_000));
  }

  @Test
  void positionsOfDifferentRates_cannotBeCompared() {
    assertThatThrownBy(() -> Position.start(8_000).since(Position.start(16_000)))
        .hasMessageContaining("use at()");
    assertThatThrownBy(() -> Position.start(8_000).compareTo(Position.start(16_000)))
        .hasMessageContaining("use at()");
  }

  @Test
  void samples_ofASpan() {
    assertThat(Position.samples(Duration.ofMillis(20), 24_000)).isEqualTo(480);
    assertThat(Position.samples(Duration.ofMillis(20), 11_025)).isEqualTo(221);
  }
}
