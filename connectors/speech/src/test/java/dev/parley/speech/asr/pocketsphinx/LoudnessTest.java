package dev.parley.speech.asr.pocketsphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.engine.frame.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LoudnessTest {

  private static final int RATE = 16_000;

  @Property(tries = 50)
  void around_ofAnyLevel_hasTheSameLevel(@ForAll @IntRange(min = 30, max = 30_000) int peak) {
    Samples tone = tone(peak);
    Loudness level = new Loudness(tone, RATE);
    short[] even = level.around(tone);
    assertThat(even).hasSize(tone.count() + 2 * level.margin());
    assertThat(rms(even, level.margin(), tone.count())).isCloseTo(2_000, within(60.0));
  }

  @Test
  void around_ofSilence_isFaintNoise() {
    Samples silence = Samples.silence(RATE);
    double rms = rms(new Loudness(silence, RATE).around(silence), 0, RATE);
    assertThat(rms).isBetween(6.0, 24.0);
  }

  @Test
  void around_ofTheSameAudio_isTheSame() {
    Samples tone = tone(1_000);
    assertThat(new Loudness(tone, RATE).around(tone))
        .isEqualTo(new Loudness(tone, RATE).around(tone));
  }

  private static Samples tone(int peak) {
    short[] pcm = new short[RATE];
    for (int i = 0; i < pcm.length; i++) {
      pcm[i] = (short) Math.round(peak * Math.sin(i * 0.3));
    }
    return Samples.wrap(pcm);
  }

  private static double rms(short[] pcm, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += (double) pcm[i] * pcm[i];
    }
    return Math.sqrt(sum / count);
  }
}
