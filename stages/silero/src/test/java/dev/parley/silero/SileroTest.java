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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void digitalSilence_isNoSpeech(int rate) {
    assertThat(probabilities(rate, Samples.silence(10 * rate))).allMatch(p -> p < 0.1);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 16000",
    "440, 16000",
    "1000, 16000",
    "3000, 16000",
    "440, 8000",
    "1000, 8000",
    "3000, 8000",
    "100, 8000"
  })
  void tones_areNoSpeech(int hertz, int rate) {
    double release = VadSettings.defaults().release();
    assertThat(probabilities(rate, Frames.tone(hertz, rate, 5 * rate)).stream().skip(10))
        .allMatch(p -> p < release);
  }

  @ParameterizedTest
  @CsvSource({"8000, 8000", "11025, 16000", "16000, 16000", "24000, 16000", "48000, 16000"})
  void telephone_isHeardAtItsOwnRate_allElseAt16(int callers, int heard) {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    try (SpeechDetector detector = Silero.defaults().open(callers)) {
      assertThat(detector.rate()).isEqualTo(heard);
    }
  }

  @Test
  void sameSamples_giveTheSameProbabilities() {
    Samples sound = Babble.of(1, RATE, 3 * RATE);
    assertThat(probabilities(sound)).isEqualTo(probabilities(sound));
  }

  @Test
  void babble_makesItThinkOfManyThings() { // or the tests beside this one would compare constants
    List<Double> all = probabilities(Babble.of(1, RATE, 3 * RATE));
    assertThat(all).allMatch(p -> p >= 0 && p <= 1);
    assertThat(all.stream().distinct()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void reset_makesItAsNew(int rate) {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    Samples sound = Babble.of(2, rate, 2 * rate);
    try (SpeechDetector detector = Silero.defaults().open(rate)) {
      List<Double> first = probabilities(detector, sound);
      probabilities(detector, Babble.of(3, rate, rate + rate / 50)); // odd frames, too
      probabilities(detector, Samples.silence(rate)); // and a memory that has begun to fade
      detector.reset();
      assertThat(probabilities(detector, sound)).isEqualTo(first);
    }
  }

  @Test
  void streams_doNotDisturbOneAnother() {
    Samples mine = Babble.of(4, RATE, 2 * RATE);
    Samples theirs = Babble.of(5, RATE, 2 * RATE);
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
    short[] frame = Babble.of(6, RATE, FRAME).toArray();
    short[] before = frame.clone();
    try (SpeechDetector detector = open()) {
      detector.probability(frame);
    }
    assertThat(frame).isEqualTo(before);
  }

  @Test
  void streamThatClosed_leavesTheOthersTheirNetwork() {
    Samples sound = Babble.of(7, RATE, RATE);
    List<Double> before = probabilities(sound);
    open().close();
    assertThat(probabilities(sound)).isEqualTo(before);
  }

  private static SpeechDetector open() {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    return Silero.defaults().open();
  }

  private static List<Double> probabilities(Samples sound) {
    return probabilities(RATE, sound);
  }

  private static List<Double> probabilities(int rate, Samples sound) {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    try (SpeechDetector detector = Silero.defaults().open(rate)) {
      return probabilities(detector, sound);
    }
  }

  private static List<Double> probabilities(SpeechDetector detector, Samples sound) {
    List<Double> all = new ArrayList<>();
    int frame = detector.rate() / 50;
    for (int at = 0; at + frame <= sound.count(); at += frame) {
      all.add(detector.probability(sound.slice(at, at + frame).toArray()));
    }
    return all;
  }
}
