package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnergyDetectorTest {

  private static final int FRAME = SpeechDetector.FRAME;
  private static final int A_SECOND = 50; // frames

  private final Sounds sounds = new Sounds(SpeechDetector.RATE);
  private final SpeechDetector detector = EnergyDetector.energy().open();

  @Test
  void digitalSilence_isNoSpeech() {
    assertThat(mostOf(-200, 10 * A_SECOND)).isLessThan(0.1);
  }

  @Test
  void loudnessOverAQuietRoom_isSpeech_fromItsFirstFrame() {
    mostOf(-70, A_SECOND);
    assertThat(leastOf(-20, 1)).isGreaterThan(0.9);
  }

  @Test
  void loudness_isSpeech_fromTheFirstFrameOfAStream() {
    assertThat(leastOf(-10, 1)).isGreaterThan(0.9);
  }

  @Test
  void quietNoise_isNoSpeech_fromTheFirstFrameOfAStream() {
    assertThat(mostOf(-40, 10 * A_SECOND)).isLessThan(0.1);
  }

  @Test
  void noiseThatStays_becomesTheFloor() {
    mostOf(-200, A_SECOND);
    assertThat(leastOf(-40, 1)).as("it cannot tell").isGreaterThan(0.9);
    mostOf(-40, 20 * A_SECOND);
    assertThat(mostOf(-40, A_SECOND)).isLessThan(0.1);
    assertThat(leastOf(-12, 1)).isGreaterThan(0.9);
  }

  @Test
  void louder_isMoreLikely() {
    double before = 0;
    for (int level = -70; level <= -10; level += 5) {
      detector.reset();
      mostOf(-75, 1);
      double probability = leastOf(level, 1);
      assertThat(probability).as("%d dBFS", level).isGreaterThan(before).isLessThan(1);
      before = probability;
    }
  }

  @Test
  void reset_forgetsTheFloor() {
    short[] quiet = sounds.noise(-40, FRAME).toArray();
    double first = detector.probability(quiet);
    mostOf(-200, A_SECOND);
    assertThat(detector.probability(quiet)).isGreaterThan(first);
    detector.reset();
    assertThat(detector.probability(quiet)).isEqualTo(first);
  }

  @Test
  void streams_areApart() {
    short[] quiet = sounds.noise(-40, FRAME).toArray();
    double alone = EnergyDetector.energy().open().probability(quiet);
    mostOf(-200, A_SECOND);
    assertThat(EnergyDetector.energy().open().probability(quiet)).isEqualTo(alone);
  }

  @Test
  void kind_hasItsNameAndTheUsualOperatingPoint() {
    assertThat(EnergyDetector.energy().name()).isEqualTo("energy");
    assertThat(EnergyDetector.energy().settings()).isEqualTo(VadSettings.defaults());
  }

  private double mostOf(double level, int frames) {
    double most = 0;
    for (int i = 0; i < frames; i++) {
      most = Math.max(most, detector.probability(sounds.noise(level, FRAME).toArray()));
    }
    return most;
  }

  private double leastOf(double level, int frames) {
    double least = 1;
    for (int i = 0; i < frames; i++) {
      least = Math.min(least, detector.probability(sounds.noise(level, FRAME).toArray()));
    }
    return least;
  }
}
