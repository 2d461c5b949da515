package dev.parley.twilio.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SequenceTest {

  private final Sequence sequence = new Sequence();

  @Test
  void numbersInOrder_areNew() {
    for (long n = 1; n <= 200; n++) {
      assertThat(sequence.isNew(n)).isTrue();
    }
    assertThat(sequence.missing()).isZero();
  }

  @Test
  void numberThatCameOrIsFarBehind_isNotNew() {
    sequence.isNew(1);
    assertThat(sequence.isNew(1)).isFalse();
    sequence.isNew(100);
    assertThat(sequence.isNew(36)).isFalse();
    assertThat(sequence.isNew(37)).isTrue();
    assertThat(sequence.isNew(37)).isFalse();
    assertThat(sequence.isNew(0)).isFalse();
  }

  /** However they are mixed within the window: each once, and what never came is missing. */
  @Property
  void mixedNumbers_areNewOnceEach(@ForAll long seed) {
    Random random = new Random(seed);
    Sequence mixed = new Sequence();
    List<Long> block = new ArrayList<>();
    long lost = 0;
    long last = 0;
    for (long n = 1; n <= 320; n++) {
      if (n > 1 && n < 320 && random.nextInt(10) == 0) {
        lost++;
        continue;
      }
      block.add(n);
      if (block.size() == 30 || n == 320) {
        Collections.shuffle(block, random);
        for (long number : block) {
          assertThat(mixed.isNew(number)).isTrue();
          assertThat(mixed.isNew(number)).isFalse();
          last = Math.max(last, number);
        }
        block.clear();
      }
    }
    assertThat(last).isEqualTo(320);
    assertThat(mixed.missing()).isEqualTo(lost);
  }
}
