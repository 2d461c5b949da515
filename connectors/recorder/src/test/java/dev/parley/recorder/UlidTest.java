package dev.parley.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class UlidTest {

  @Property(tries = 300)
  void name_sortsByTime_andTellsIt(
      @ForAll @LongRange(min = 0, max = 281_474_976_710_654L) long millis, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Instant made = Instant.ofEpochMilli(millis);
    String name = Ulid.of(made, random);

    assertThat(Ulid.is(name)).isTrue();
    assertThat(Ulid.made(name)).isEqualTo(made);
    assertThat(name).isLessThan(Ulid.of(made.plusMillis(1), random));
  }
}
