package dev.parley.audio.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Feeding;
import dev.parley.audio.Tone;
import dev.parley.engine.dsp.Refused;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  private static final double LOUD = 0.9;

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(Resampler.RATES);
  }

  @Property(tries = 300)
  void output_isTheSame_howeverTheInputIsCut(
      @ForAll("rates") int from,
      @ForAll("rates") int to,
      @ForAll @Size(max = 3_000) short[] pcm,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 900) Integer> cuts) {
    Samples input = Samples.copyOf(pcm, 0, pcm.length);
    Samples atOnce = Feeding.all(new Resampler(from, to), List.of(input));
    Samples inPieces = Feeding.all(new Resampler(from, to), Feeding.cut(input, cuts));
    assertThat(inPieces).isEqualTo(atOnce);
  }

  @Property(tries = 300)
  void output_isAsLongAsTheInput(
      @ForAll("rates") int from,
      @ForAll("rates") int to,
      @ForAll @IntRange(min = 0, max = 5_000) int count) {
    Samples output = Feeding.all(new Resampler(from, to), List.of(Samples.silence(count)));
    assertThat(output.count()).isEqualTo((int) Math.round((double) count * to / from));
  }

  @Property(tries = 100)
  void reset_makesItAsNew(@ForAll("rates") int from, @ForAll("rates") int to) {
    Samples tone = Tone.of(700, LOUD, from, 1_500);
    Resampler used = new Resampler(from, to);
    used.accept(Tone.of(300, LOUD, from, 777), out -> {});
    used.reset();
    assertThat(Feeding.all(used, List.of(tone)))
        .isEqualTo(Feeding.all(new Resampler(from, to), List.of(tone)));
  }

  @ParameterizedTest
  @CsvSource({
    "44100, 8000", "48000, 16000", "24000, 16000", "48000, 24000", "24000, 8000", "16000, 8000",
    "24000, 11025", "44100, 24000", "22050, 16000", "32000, 24000", "48000, 44100", "11025, 8000"
  })
  void tonesAboveTheNewNyquist_areGone(int from, int to) {
    double most = from / 2.0;
    double least = to / 2.0;
    for (int step = 0; step <= 12; step++) {
      double hertz = least + (most - least) * step / 12.5 + 1;
      Samples output =
          Feeding.all(new Resampler(from, to), List.of(Tone.of(hertz, LOUD, from, from / 2)));
      assertThat(Tone.below(output, LOUD, to / 50)).as("%.0f Hz", hertz).isGreaterThan(80);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8000, 44100", "16000, 48000", "16000, 24000", "8000, 24000", "8000, 16000", "11025, 24000",
    "24000, 48000", "22050, 24000", "44100, 48000", "24000, 16000", "48000, 8000", "44100, 8000"
  })
  void tonesInTheBand_passUnchanged_inTime_andWithoutImages(int from, int to) {
    double edge = 0.425 * Math.min(from, to);
    for (int step = 0; step <= 10; step++) {
      double hertz = 50 + (edge - 50) * step / 10;
      Samples output =
          Feeding.all(new Resampler(from, to), List.of(Tone.of(hertz, LOUD, from, from / 2)));
      Tone.Fit fit = Tone.fit(output, hertz, to, to / 50);
      assertThat(20 * Math.log10(fit.gain() / LOUD))
          .as("%.0f Hz", hertz)
          .isCloseTo(0, within(0.01));
      assertThat(fit.phase()).as("%.0f Hz", hertz).isCloseTo(0, within(0.001));
      assertThat(fit.restBelow()).as("%.0f Hz", hertz).isGreaterThan(80);
    }
  }

  @Test
  void overshoot_isSaturated() {
    short[] square = new short[800];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 20 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    Samples output = Feeding.all(new Resampler(8_000, 24_000), List.of(Samples.wrap(square)));
    for (int i = 10; i < 50; i++) { // without saturation the peaks would turn over
      assertThat(output.at(i)).as("sample %d", i).isGreaterThan((short) 25_000);
    }
  }

  @Test
  void equalRates_passTheSameObject() {
    Samples input = Tone.of(440, LOUD, 16_000, 320);
    Resampler none = new Resampler(16_000, 16_000);
    assertThat(Feeding.outputs(none, List.of(input))).singleElement().isSameAs(input);
    assertThat(none.delay()).isZero();
  }

  @Test
  void delay_isWhatTheOutputLags() {
    Resampler resampler = new Resampler(8_000, 16_000);
    int[] heard = {0};
    resampler.accept(Samples.silence(resampler.delay()), out -> heard[0] += out.count());
    assertThat(heard[0]).isZero();
    resampler.accept(Samples.silence(1), out -> heard[0] += out.count());
    assertThat(heard[0]).isEqualTo(2);
  }

  @Test
  void negotiate_refusesWhatItCannotConvert() {
    assertThatThrownBy(() -> new Resampler(16_000).negotiate(AudioFormat.pcm16(12_000)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("11025");
    assertThatThrownBy(() -> Resample.spoken(12_000)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Resample.captured(16_000).negotiate(AudioFormat.pcm16(44_100)))
        .isEqualTo(AudioFormat.pcm16(16_000));
  }
}
