package dev.parley.speech.asr.sphinx4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.parley.engine.frame.Samples;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FeaturesTest {

  private static Samples noise(int count, int loudness) {
    Random random = new Random(7);
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) (random.nextGaussian() * loudness * (1.5 + Math.sin(i / 900.0)));
    }
    return Samples.wrap(pcm);
  }

  private static List<float[]> rows(Samples audio) {
    MelBands bands = new MelBands();
    bands.feed(audio);
    return bands.rows();
  }

  @Test
  void rows_areAHundredASecond() {
    assertThat(rows(noise(16_000, 500))).hasSizeBetween(97, 100);
    assertThat(rows(noise(160, 500))).isEmpty();
  }

  @Test
  void pieces_makeNoDifference() {
    Samples audio = noise(8000, 500);
    MelBands pieces = new MelBands();
    for (int from = 0; from < audio.count(); from += 37) {
      pieces.feed(audio.slice(from, Math.min(audio.count(), from + 37)));
    }
    assertThat(pieces.rows())
        .usingElementComparator(java.util.Arrays::compare)
        .isEqualTo(rows(audio));
  }

  @Test
  void loudness_makesNoDifferenceToACompleteUtterance() {
    List<float[]> soft = Features.complete(rows(noise(8000, 1000)));
    List<float[]> loud = Features.complete(rows(noise(8000, 3000)));
    double difference = 0;
    for (int t = 0; t < soft.size(); t++) {
      for (int i = 0; i < soft.get(t).length; i++) {
        difference += Math.abs(loud.get(t)[i] - soft.get(t)[i]);
      }
    }
    assertThat(difference / soft.size() / soft.getFirst().length).isLessThan(0.1);
  }

  @Test
  void meanOfACompleteUtterance_isNothing() {
    List<float[]> features = Features.complete(rows(noise(16_000, 900)));
    double sum = 0;
    for (float[] row : features) {
      sum += row[0];
    }
    assertThat(sum / features.size()).isEqualTo(0, within(1e-3));
  }

  @Test
  void moreAudio_changesNoFeatureOfBefore() {
    List<float[]> all = rows(noise(16_000, 900));
    List<float[]> early = Features.ongoing(all.subList(0, 40));
    List<float[]> late = Features.ongoing(all);
    assertThat(early).hasSize(40 - Features.AHEAD);
    for (int t = 0; t < early.size(); t++) {
      assertThat(early.get(t)).isEqualTo(late.get(t));
    }
  }

  @Test
  void nothing_hasNoFeatures() {
    assertThat(Features.complete(List.of())).isEmpty();
    assertThat(Features.ongoing(List.of())).isEmpty();
  }

  @Test
  void settings_checkThemselves() {
    SearchSettings settings = SearchSettings.defaults();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings.withBeams(0, 1, 0.1, 1))
        .withMessageContaining("relativeBeam");
    assertThatIllegalArgumentException().isThrownBy(() -> settings.withBeams(0.1, 0, 0.1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> settings.withWeights(0, 0.1, 0.1, 0.1));
  }
}
