package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VadSettingsTest {

  private static final VadSettings SETTINGS = VadSettings.defaults();
  private static final Duration NEGATIVE = Duration.ofNanos(-1);

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void shares_areFrom0To1(double wrong) {
    refuses("release", () -> SETTINGS.withRelease(wrong));
    refuses("leak", () -> SETTINGS.withLeak(wrong));
    refuses("rise", () -> SETTINGS.withRise(wrong));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void evidence_isPositive(double wrong) {
    refuses("evidence", () -> SETTINGS.withEvidence(wrong));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void bias_isANumber(double wrong) {
    refuses("bias", () -> SETTINGS.withBias(wrong));
  }

  @Test
  void spans_areNotNegative() {
    refuses("minSpeech", () -> SETTINGS.withMinSpeech(NEGATIVE));
    refuses("minSilence", () -> SETTINGS.withMinSilence(NEGATIVE));
    refuses("prefixPadding", () -> SETTINGS.withPrefixPadding(NEGATIVE));
  }

  @Test
  void limits_areAllowed() {
    assertThat(SETTINGS.withRelease(0).withRelease(1).withMinSilence(Duration.ZERO).release())
        .isEqualTo(1);
  }

  @Test
  void with_changesOneValue() {
    Duration span = Duration.ofMillis(77);
    assertThat(
            SETTINGS
                .withBias(-1)
                .withEvidence(3)
                .withRelease(0.2)
                .withMinSpeech(span)
                .withMinSilence(span.multipliedBy(2))
                .withPrefixPadding(span.multipliedBy(3)))
        .isEqualTo(
            new VadSettings(
                -1,
                SETTINGS.rise(),
                SETTINGS.leak(),
                3,
                0.2,
                span,
                Duration.ofMillis(154),
                Duration.ofMillis(231)));
  }

  private static void refuses(String name, ThrowingCallable making) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must ");
  }
}
