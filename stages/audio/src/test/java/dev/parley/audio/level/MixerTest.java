package dev.parley.audio.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixerTest {

  private static final Mixer HARD = new Mixer(Mixer.Limit.SATURATE);
  private static final Mixer SOFT = new Mixer(Mixer.Limit.SOFT);

  @Test
  void mix_isTheSum_asLongAsTheLongest() {
    Samples mixed = HARD.mix(List.of(run(1, 2, 3), run(10), run(), run(-100, 30_000)));
    assertThat(mixed.toArray()).containsExactly(-89, 30_002, 3);
    assertThat(HARD.mix(List.of()).isEmpty()).isTrue();
  }

  @Test
  void saturate_staysAtFullScale() {
    Samples loud = run(30_000, -30_000);
    assertThat(HARD.mix(List.of(loud, loud)).toArray())
        .containsExactly(Short.MAX_VALUE, Short.MIN_VALUE);
  }

  @Test
  void soft_leavesQuietSumsAlone_andBendsLoudOnesWithoutTurningOver() {
    assertThat(SOFT.mix(List.of(run(8_000, -16_384), run(8_000))).toArray())
        .containsExactly(16_000, -16_384);
    int last = Short.MIN_VALUE;
    for (int sum = -65_000; sum <= 65_000; sum += 500) {
      int bent = SOFT.mix(List.of(run(sum / 2), run(sum / 2))).at(0);
      assertThat(bent).isGreaterThanOrEqualTo(last);
      assertThat(Math.abs(bent)).isLessThanOrEqualTo(Math.abs(sum));
      last = bent;
    }
    assertThat(last).isBetween(31_000, 32_767);
  }

  private static Samples run(int... values) {
    short[] pcm = new short[values.length];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) values[i];
    }
    return Samples.wrap(pcm);
  }
}
