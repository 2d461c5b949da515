package dev.parley.audio.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Tone;
import dev.parley.engine.frame.Samples;
import org.junit.jupiter.api.Test;

class LevelTest {

  @Test
  void fullScaleSine_has3DecibelsLessPowerThanPeak() {
    Level level = Level.of(Tone.of(1_000, 1, 16_000, 16_000));
    assertThat(level.rms()).isCloseTo(-3.01, within(0.01));
    assertThat(level.peak()).isCloseTo(0, within(0.01));
  }

  @Test
  void squareOverTheWholeRange_is0() {
    assertThat(Level.of(Samples.wrap(Short.MIN_VALUE, Short.MIN_VALUE))).isEqualTo(new Level(0, 0));
  }

  @Test
  void silenceAndNothing_areTheFloor() {
    assertThat(Level.of(Samples.silence(10))).isEqualTo(Level.SILENCE);
    assertThat(Level.of(Samples.silence(0))).isEqualTo(Level.SILENCE);
    assertThat(Level.of(Samples.wrap((short) 1)).peak()).isGreaterThan(Level.FLOOR);
  }
}
