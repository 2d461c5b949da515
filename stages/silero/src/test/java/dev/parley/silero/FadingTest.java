package dev.parley.silero;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FadingTest {

  private static final double QUIET = 0.05;
  private static final double DOUBTFUL = 0.2;

  private final Fading fading = new Fading();

  @Test
  void memory_staysForHalfASecondOfQuiet_andFadesFromThenOn() {
    for (int i = 0; i < 24; i++) {
      assertThat(fading.factor(QUIET)).isEqualTo(1);
    }
    for (int i = 0; i < 100; i++) {
      assertThat(fading.factor(QUIET)).isEqualTo(0.9f);
    }
  }

  @Test
  void anyDoubt_keepsTheMemory_andTheHalfSecondBeginsAnew() {
    quiet(60);
    assertThat(fading.factor(DOUBTFUL)).isEqualTo(1);
    assertThat(quiet(24)).isEqualTo(1);
    assertThat(quiet(1)).isLessThan(1);
  }

  @Test
  void reset_makesItAsNew() {
    quiet(60);
    fading.reset();
    assertThat(quiet(24)).isEqualTo(1);
  }

  /** The factor behind the last of so many quiet frames. */
  private float quiet(int frames) {
    float factor = 0;
    for (int i = 0; i < frames; i++) {
      factor = fading.factor(QUIET);
    }
    return factor;
  }
}
