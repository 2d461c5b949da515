package dev.parley.webrtcvad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadKernel;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.testkit.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebRtcVadTest {

  private static final int RATE = SpeechDetector.RATE;
  private static final int FRAME = SpeechDetector.FRAME;

  @Test
  void kind_hasItsName() {
    assertThat(WebRtcVad.defaults().name()).isEqualTo("webrtc");
  }

  @Test
  void digitalSilence_isNoSpeech() {
    assertThat(probabilities(Samples.silence(5 * RATE))).containsOnly(0.1);
  }

  @Test
  void quietNoise_isNoSpeech() {
    assertThat(signals(sound(1, 5 * RATE, 0, 0))).isEmpty();
  }

  @Test
  void voiceLikeBuzz_isSpeech_andItsEndIsFound() {
    List<Signal> signals = signals(sound(2, 4 * RATE, RATE, 2 * RATE));

    assertThat(signals)
        .hasExactlyElementsOfTypes(Signal.SpeechStarted.class, Signal.SpeechStopped.class);
    assertThat(((Signal.SpeechStarted) signals.get(0)).at().millis()).isBetween(940.0, 1_020.0);
    assertThat(((Signal.SpeechStopped) signals.get(1)).at().millis()).isBetween(1_980.0, 2_300.0);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 1"})
  void operatingPoint_wantsThreeFramesInARow(int yes, int starts) {
    VadKernel kernel = new VadKernel(sayingYes(yes), WebRtcVad.defaults().settings());
    kernel.negotiate(AudioFormat.pcm16(RATE));
    List<Inbound> out = new ArrayList<>();
    Frames.captured(0, RATE, Samples.silence(RATE), FRAME)
        .forEach(frame -> kernel.accept(frame, out::add));

    assertThat(out.stream().filter(Signal.SpeechStarted.class::isInstance)).hasSize(starts);
  }

  @Test
  void sameSamples_giveTheSameProbabilities() {
    Samples sound = sound(4, 3 * RATE, RATE, 2 * RATE);
    assertThat(probabilities(sound)).isEqualTo(probabilities(sound)).contains(0.1, 0.9);
  }

  @Test
  void reset_makesItAsNew() {
    Samples sound = sound(5, 3 * RATE, RATE, 2 * RATE);
    try (SpeechDetector detector = WebRtcVad.defaults().open()) {
      List<Double> first = probabilities(detector, sound);
      probabilities(detector, sound(6, 2 * RATE, 0, 2 * RATE));
      detector.reset();
      assertThat(probabilities(detector, sound)).isEqualTo(first).contains(0.9);
    }
  }

  @Test
  void streams_doNotDisturbOneAnother() {
    Samples mine = sound(7, 3 * RATE, RATE, 2 * RATE);
    Samples theirs = sound(8, 3 * RATE, 0, 3 * RATE);
    List<Double> beside = new ArrayList<>();
    try (SpeechDetector one = WebRtcVad.defaults().open();
        SpeechDetector other = WebRtcVad.defaults().open()) {
      for (int at = 0; at < mine.count(); at += FRAME) {
        beside.add(one.probability(mine.slice(at, at + FRAME).toArray()));
        other.probability(theirs.slice(at, at + FRAME).toArray());
      }
    }
    assertThat(beside).isEqualTo(probabilities(mine)).contains(0.9);
  }

  /** The library's own table of detectors breaks, and the process ends, if this is not guarded. */
  @Test
  void streamsThatComeAndGo_onManyThreads_doNotDisturbOneAnother() {
    Samples sound = sound(9, RATE / 2, 0, RATE / 2);
    List<Double> alone = probabilities(sound);
    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> !probabilities(sound).equals(alone))
                .count())
        .isZero();
  }

  /** Speaks of speech as WebRTC's detector does, in so many frames. */
  private static SpeechDetectors sayingYes(int frames) {
    return new SpeechDetectors() {
      @Override
      public String name() {
        return "yes";
      }

      @Override
      public VadSettings settings() {
        return VadSettings.defaults();
      }

      @Override
      public SpeechDetector open() {
        return new SpeechDetector() {
          private int heard;

          @Override
          public double probability(short[] frame) {
            return heard++ < frames ? 0.9 : 0.1;
          }

          @Override
          public void reset() {
            heard = 0;
          }
        };
      }
    };
  }

  private static List<Signal> signals(Samples sound) {
    WebRtcVad kind = WebRtcVad.defaults();
    VadKernel kernel = new VadKernel(kind, kind.settings());
    kernel.negotiate(AudioFormat.pcm16(RATE));
    List<Inbound> out = new ArrayList<>();
    try {
      Frames.captured(0, RATE, sound, FRAME).forEach(frame -> kernel.accept(frame, out::add));
    } finally {
      kernel.close();
    }
    return Frames.signals(out);
  }

  private static List<Double> probabilities(Samples sound) {
    try (SpeechDetector detector = WebRtcVad.defaults().open()) {
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

  /** Quiet noise, and in it a buzz with the pitch and the harmonics of a voice. */
  private static Samples sound(long seed, int count, int from, int to) {
    Random random = new Random(seed);
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      double value = 8 * random.nextGaussian();
      if (i >= from && i < to) {
        double phase = 2 * Math.PI * (120 + 10 * Math.sin(i / 3_000.0)) * i / RATE;
        for (int k = 1; k <= 20; k++) {
          value += 3_000.0 / k * Math.sin(k * phase);
        }
        value += 300 * random.nextGaussian();
      }
      pcm[i] = (short) Math.clamp(Math.round(value), -32_768, 32_767);
    }
    return Samples.wrap(pcm);
  }
}
