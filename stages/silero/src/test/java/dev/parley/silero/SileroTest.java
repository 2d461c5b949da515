package dev.parley.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.frame.Samples;
import dev.parley.testkit.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SileroTest {

  private static final int RATE = SpeechDetector.RATE;
  private static final int FRAME = SpeechDetector.FRAME;

  @Test
  void kind_hasItsNameAndOperatingPoint() {
    assertThat(Silero.defaults().name()).isEqualTo("silero");
    assertThat(Silero.defaults().settings()).isEqualTo(VadSettings.defaults());
  }

  @Test
  void buildWithoutTheNetwork_saysHowToGetIt() {
    assumeFalse(Silero.isAvailable(), "the Silero network is in this build");
    assertThatThrownBy(() -> Silero.defaults().open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("install npm");
  }

  @Test
  void digitalSilence_isNoSpeech() {
    assertThat(probabilities(Samples.silence(10 * RATE))).allMatch(p -> p < 0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 440, 1_000, 3_000})
  void tones_areNoSpeech(int hertz) {
    double release = VadSettings.defaults().release();
    assertThat(probabilities(Frames.tone(hertz, RATE, 5 * RATE)).stream().skip(10))
        .allMatch(p -> p < release);
  }

  @Test
  void sameSamples_giveTheSameProbabilities() {
    Samples sound = babble(1, 3 * RATE);
    assertThat(probabilities(sound)).isEqualTo(probabilities(sound));
  }

  @Test
  void babble_makesItThinkOfManyThings() { // or the tests beside this one would compare constants
    List<Double> all = probabilities(babble(1, 3 * RATE));
    assertThat(all).allMatch(p -> p >= 0 && p <= 1);
    assertThat(all.stream().distinct()).hasSizeGreaterThan(100);
  }

  @Test
  void reset_makesItAsNew() {
    Samples sound = babble(2, 2 * RATE);
    try (SpeechDetector detector = open()) {
      List<Double> first = probabilities(detector, sound);
      probabilities(detector, babble(3, RATE + FRAME)); // an odd number of frames, too
      detector.reset();
      assertThat(probabilities(detector, sound)).isEqualTo(first);
    }
  }

  @Test
  void streams_doNotDisturbOneAnother() {
    Samples mine = babble(4, 2 * RATE);
    Samples theirs = babble(5, 2 * RATE);
    List<Double> alone = probabilities(mine);
    List<Double> beside = new ArrayList<>();
    try (SpeechDetector one = open();
        SpeechDetector other = open()) {
      for (int at = 0; at < mine.count(); at += FRAME) {
        beside.add(one.probability(mine.slice(at, at + FRAME).toArray()));
        other.probability(theirs.slice(at, at + FRAME).toArray());
      }
    }
    assertThat(beside).isEqualTo(alone);
  }

  @Test
  void frame_isLeftAsItWas() {
    short[] frame = babble(6, FRAME).toArray();
    short[] before = frame.clone();
    try (SpeechDetector detector = open()) {
      detector.probability(frame);
    }
    assertThat(frame).isEqualTo(before);
  }

  @Test
  void streamThatClosed_leavesTheOthersTheirNetwork() {
    Samples sound = babble(7, RATE);
    List<Double> before = probabilities(sound);
    open().close();
    assertThat(probabilities(sound)).isEqualTo(before);
  }

  private static SpeechDetector open() {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    return Silero.defaults().open();
  }

  private static List<Double> probabilities(Samples sound) {
    try (SpeechDetector detector = open()) {
      return probabilities(detector, sound);
    }
  }

  private static List<Double> probabilities(SpeechDetector detector, Samples sound) {
    List<Double> all = new ArrayList<>();
    for (int at = 0; at + FRAME <= sound.count(); at += FRAME) {
      all.add(detector.probability(sound.slice(at, at + FRAME).toArray()));
    }
    return all;
  }

  /** Buzzes and noises that come and go like syllables. */
  private static Samples babble(long seed, int count) {
    Random random = new Random(seed);
    short[] pcm = new short[count];
    double pitch = 0;
    double loudness = 0;
    double phase = 0;
    for (int i = 0; i < count; i++) {
      if (i % 1_600 == 0) {
        pitch = 90 + 160 * random.nextDouble();
        loudness = random.nextInt(4) == 0 ? 0 : 2_000 + 6_000 * random.nextDouble();
      }
      phase += pitch / RATE;
      double buzz = 2 * (phase % 1) - 1;
      pcm[i] =
          (short) (loudness * (buzz + 0.1 * random.nextGaussian()) + 20 * random.nextGaussian());
    }
    return Samples.wrap(pcm);
  }
}
