package dev.parley.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Feeding;
import dev.parley.audio.Tone;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighPassTest {

  /** Butterworth of second order: 10 log (1 + (cutoff / f)^4) down. */
  @ParameterizedTest
  @CsvSource({
    "8000, 80, 20, 24.1",
    "16000, 80, 40, 12.3",
    "24000, 80, 80, 3.01",
    "24000, 100, 200, 0.26",
    "48000, 80, 1000, 0.0",
    "16000, 80, 3000, 0.0"
  })
  void tones_fallAsTheTheorySays(int rate, double cutoff, double hertz, double expected) {
    Samples output =
        Feeding.all(filter(rate, cutoff), List.of(Tone.of(hertz, 0.8, rate, 4 * rate)));
    assertThat(Tone.below(output, 0.8, rate)).isCloseTo(expected, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"8000, 10", "16000, 80", "48000, 80"})
  void offset_goesAway(int rate, double cutoff) {
    short[] constant = new short[2 * rate];
    Arrays.fill(constant, (short) 20_000);
    Samples output = Feeding.all(filter(rate, cutoff), List.of(Samples.wrap(constant)));
    assertThat(output.at(0)).isGreaterThan((short) 15_000);
    assertThat(output.slice(rate, 2 * rate)).isEqualTo(Samples.silence(rate));
  }

  @Property(tries = 200)
  void output_isTheSame_howeverTheInputIsCut(
      @ForAll @Size(max = 800) short[] pcm,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 300) Integer> cuts) {
    Samples input = Samples.copyOf(pcm, 0, pcm.length);
    assertThat(Feeding.all(filter(16_000, 80), Feeding.cut(input, cuts)))
        .isEqualTo(Feeding.all(filter(16_000, 80), List.of(input)));
  }

  @ParameterizedTest
  @CsvSource({"0.5", "1001", "NaN"})
  void settings_checkThemselves(double cutoff) {
    assertThatThrownBy(() -> new HighPassSettings(cutoff))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cutoff");
  }

  private static HighPass filter(int rate, double cutoff) {
    HighPass filter = new HighPass(HighPassSettings.voice());
    filter.negotiate(AudioFormat.pcm16(rate));
    filter.tune(new HighPassSettings(cutoff));
    return filter;
  }
}
