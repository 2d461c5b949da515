package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.vad.Hysteresis.Change;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HysteresisTest {

  private static final int HANG_OVER = 10; // frames of 20 ms in 200 ms

  private final Hysteresis hysteresis = new Hysteresis(VadSettings.defaults());

  @ParameterizedTest
  @ValueSource(doubles = {0.82, 0.9, 1})
  void oneCertainFrame_isSpeech(double probability) {
    assertThat(hysteresis.accept(probability)).isEqualTo(Change.STARTED);
    assertThat(hysteresis.speaking()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0.81, 2", "0.7, 2", "0.6, 4", "0.55, 7"})
  void doubtfulFrames_needEachOther(double probability, int frames) {
    for (int i = 1; i < frames; i++) {
      assertThat(hysteresis.accept(probability)).as("frame %d", i).isEqualTo(Change.NONE);
    }
    assertThat(hysteresis.accept(probability)).isEqualTo(Change.STARTED);
  }

  @Test
  void doubt_neverBecomesSpeech_howeverLongItLasts() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(hysteresis.accept(0.44)).isEqualTo(Change.NONE);
    }
  }

  @Test
  void doubtfulFrames_farApart_areForgotten() {
    for (int i = 0; i < 100; i++) {
      assertThat(hysteresis.accept(0.7)).isEqualTo(Change.NONE);
      assertThat(hysteresis.accept(0.1)).isEqualTo(Change.NONE);
      assertThat(hysteresis.accept(0.1)).isEqualTo(Change.NONE);
    }
  }

  @Test
  void longSilence_isNoDebt() {
    for (int i = 0; i < 1_000; i++) {
      hysteresis.accept(0);
    }
    assertThat(hysteresis.accept(0.82)).isEqualTo(Change.STARTED);
  }

  @Test
  void silence_stopsSpeech_whenTheHangOverIsOver() {
    hysteresis.accept(1);
    for (int i = 1; i < HANG_OVER; i++) {
      assertThat(hysteresis.accept(0)).isEqualTo(Change.NONE);
      assertThat(hysteresis.framesSilent()).isEqualTo(i);
    }
    assertThat(hysteresis.accept(0)).isEqualTo(Change.STOPPED);
    assertThat(hysteresis.framesSilent()).isEqualTo(HANG_OVER);
    assertThat(hysteresis.speaking()).isFalse();
  }

  @Test
  void frameAtTheRelease_keepsSpeechAlive_andOneBelowDoesNot() {
    hysteresis.accept(1);
    feed(0.34, HANG_OVER - 1);
    assertThat(hysteresis.accept(0.35)).isEqualTo(Change.NONE);
    assertThat(hysteresis.framesSilent()).isZero();
    feed(0.34, HANG_OVER - 1);
    assertThat(hysteresis.accept(0.34)).isEqualTo(Change.STOPPED);
  }

  @Test
  void speechAfterSpeech_isJudgedAnew() {
    hysteresis.accept(1);
    feed(0, HANG_OVER - 1);
    assertThat(hysteresis.accept(0)).isEqualTo(Change.STOPPED);
    assertThat(hysteresis.accept(0.7)).isEqualTo(Change.NONE);
    assertThat(hysteresis.accept(0.7)).isEqualTo(Change.STARTED);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "20, 1", "21, 2", "60, 3"})
  void minSpeech_isHowLongTheEvidenceMustHold(int millis, int frames) {
    Hysteresis slow =
        new Hysteresis(VadSettings.defaults().withMinSpeech(Duration.ofMillis(millis)));
    for (int i = 1; i < frames; i++) {
      assertThat(slow.accept(1)).as("frame %d", i).isEqualTo(Change.NONE);
    }
    assertThat(slow.accept(1)).isEqualTo(Change.STARTED);
  }

  @Test
  void minSpeech_countsAnew_whenTheEvidenceIsGone() {
    Hysteresis slow = new Hysteresis(VadSettings.defaults().withMinSpeech(Duration.ofMillis(40)));
    for (int i = 0; i < 20; i++) {
      assertThat(slow.accept(0.82)).isEqualTo(Change.NONE);
      assertThat(slow.accept(0)).isEqualTo(Change.NONE);
      assertThat(slow.accept(0)).isEqualTo(Change.NONE);
    }
  }

  @Test
  void withoutMinSilence_theFirstSilentFrameStops() {
    Hysteresis fast = new Hysteresis(VadSettings.defaults().withMinSilence(Duration.ZERO));
    fast.accept(1);
    assertThat(fast.accept(1)).isEqualTo(Change.NONE);
    assertThat(fast.accept(0)).isEqualTo(Change.STOPPED);
  }

  @Test
  void tune_takesEffectAtOnce() {
    hysteresis.accept(1);
    feed(0, 4);
    hysteresis.tune(VadSettings.defaults().withMinSilence(Duration.ofMillis(100)));
    assertThat(hysteresis.accept(0)).isEqualTo(Change.STOPPED);
  }

  @Test
  void reset_makesItAsNew() {
    hysteresis.accept(1);
    hysteresis.reset();
    assertThat(hysteresis.speaking()).isFalse();
    hysteresis.accept(0.7);
    hysteresis.reset();
    assertThat(hysteresis.accept(0.7)).isEqualTo(Change.NONE);
  }

  /** Frames that change nothing. */
  private void feed(double probability, int frames) {
    for (int i = 0; i < frames; i++) {
      assertThat(hysteresis.accept(probability)).isEqualTo(Change.NONE);
    }
  }
}
