package dev.parley.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Feeding;
import dev.parley.audio.Tone;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Samples;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GainTest {

  private static final Samples TONE = Tone.of(440, 0.25, 16_000, 1_600);

  @Test
  void noGain_passesTheSameObject() {
    assertThat(Feeding.outputs(new Gain(GainSettings.of(0)), List.of(TONE)))
        .singleElement()
        .isSameAs(TONE);
  }

  @Test
  void firstSettings_holdFromTheFirstSampleOn() {
    Samples louder = Feeding.all(new Gain(GainSettings.of(6)), List.of(TONE));
    assertThat(Level.of(louder).rms() - Level.of(TONE).rms()).isCloseTo(6, within(0.01));
    assertThat(louder.at(9)).isEqualTo((short) Math.round(TONE.at(9) * Math.pow(10, 0.3)));
  }

  @Test
  void change_runsLinearlyInDecibels() {
    Gain gain = new Gain(GainSettings.of(0));
    gain.negotiate(AudioFormat.pcm16(16_000));
    gain.tune(new GainSettings(-40, Duration.ofMillis(10)));
    short[] constant = new short[400];
    Arrays.fill(constant, (short) 30_000);
    Samples ramp = Feeding.all(gain, List.of(Samples.wrap(constant)));
    for (int i = 0; i < 400; i++) {
      double decibels = -40.0 * Math.min(i + 1, 160) / 160;
      assertThat((double) ramp.at(i)).isCloseTo(30_000 * Math.pow(10, decibels / 20), within(0.51));
    }
  }

  @Test
  void tooLoud_saturates() {
    Samples loud = Feeding.all(new Gain(GainSettings.of(40)), List.of(TONE));
    assertThat(Level.of(loud).peak()).isCloseTo(0, within(0.001));
    for (int i = 0; i < loud.count(); i++) { // a sample that wrapped would have the other sign
      assertThat((long) loud.at(i) * TONE.at(i)).isNotNegative();
    }
  }

  @Test
  void reset_keepsTheSettings() {
    Gain gain = new Gain(GainSettings.of(0));
    gain.tune(GainSettings.of(-20));
    gain.reset();
    assertThat(Feeding.all(gain, List.of(Samples.wrap((short) 1_000))).toArray())
        .containsExactly(100);
  }

  @Test
  void settings_checkThemselves() {
    assertThatThrownBy(() -> GainSettings.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("decibels");
    assertThatThrownBy(() -> new GainSettings(0, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ramp");
  }
}
