package dev.parley.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.audio.codec.Channels;
import dev.parley.audio.codec.PcmDecoder;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadKernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.testkit.Frames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real telephone recordings with their labels, which lie beside the project and not in it. */
class RealSpeechTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("parley.speech", "../../../shared/speech")).resolve("phone");
  private static final int RATE = 8_000;
  private static final int STEP = RATE / 100;

  @ParameterizedTest
  @CsvSource({
    "an4-an255-fash-b, 0, 0.26-2.385",
    "digits-10001-90210-01803, 0, 0.84-2.555 3.94-4.925 6.24-7.885",
    "es-fleurs-00, 0, 1.93-11.935",
    "call-s1, 0, 0.6-3.47 4.919-8.044 12.892-15.612 17.536-20.051 23.138-25.723",
    "call-s1, 1, 2.381-4.196 8.385-12.37 14.707-15.632 15.957-16.897 20.792-22.917"
  })
  void speech_isFoundWhereTheLabelsSay(String id, int channel, String labels) throws Exception {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    Path file = FOLDER.resolve(id + "-mulaw8k.wav");
    assumeTrue(Files.exists(file), "no recordings beside the project: -Dparley.speech=FOLDER");
    List<double[]> spans =
        Arrays.stream(labels.split(" "))
            .map(span -> Arrays.stream(span.split("-")).mapToDouble(Double::parseDouble).toArray())
            .toList();

    List<Signal> signals = hear(Silero.defaults(), read(file, channel));

    BitSet said = new BitSet();
    spans.forEach(span -> said.set(step(span[0]), step(span[1])));
    BitSet found = heard(signals);
    BitSet both = (BitSet) said.clone();
    both.and(found);
    assertThat((double) both.cardinality() / said.cardinality()).as("found").isGreaterThan(0.9);
    assertThat((double) both.cardinality() / found.cardinality()).as("right").isGreaterThan(0.85);
    assertThat(found.nextSetBit(0)).as("begins").isCloseTo(step(spans.getFirst()[0]), within(15));
    assertThat(found.length()).as("ends").isCloseTo(step(spans.getLast()[1]), within(25));
  }

  /** What was said before a pause must not make the detector deaf for what is said behind it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"an4-an255-fash-b", "digits-10001-90210-01803", "es-fleurs-00", "an4-cen7-fash-b"})
  void speechAfterAPause_isNoticedAsSoonAsTheFirstOfACall(String id) throws Exception {
    assumeTrue(Silero.isAvailable(), "the Silero network is not in this build: install npm");
    Path file = FOLDER.resolve(id + "-mulaw8k.wav");
    assumeTrue(Files.exists(file), "no recordings beside the project: -Dparley.speech=FOLDER");
    Samples said = read(file, 0);
    Samples pause = Samples.silence(2 * RATE);
    Samples before = pause.append(said).append(pause);

    long first = noticed(pause.append(said), 0) - pause.count();
    long again = noticed(before.append(said), before.count()) - before.count();

    assertThat(again).isCloseTo(first, within(RATE / 25L));
  }

  /** How much had been heard when speech was noticed that begins there or behind it. */
  private static long noticed(Samples audio, int from) {
    return hear(Silero.defaults(), audio).stream()
        .filter(Signal.SpeechStarted.class::isInstance)
        .map(Signal.SpeechStarted.class::cast)
        .mapToLong(started -> started.detected().sample())
        .filter(sample -> sample >= from)
        .findFirst()
        .orElseThrow();
  }

  private static List<Signal> hear(SpeechDetectors detectors, Samples audio) {
    VadKernel kernel = new VadKernel(detectors, detectors.settings());
    kernel.negotiate(AudioFormat.pcm16(RATE));
    List<Inbound> out = new ArrayList<>();
    try {
      Frames.captured(0, RATE, audio, 160).forEach(frame -> kernel.accept(frame, out::add));
      kernel.flush(out::add);
    } finally {
      kernel.close();
    }
    return Frames.signals(out);
  }

  private static BitSet heard(List<Signal> signals) {
    BitSet heard = new BitSet();
    int start = 0;
    for (Signal signal : signals) {
      if (signal instanceof Signal.SpeechStarted started) {
        start = (int) (started.at().sample() / STEP);
      } else if (signal instanceof Signal.SpeechStopped stopped) {
        heard.set(start, (int) (stopped.at().sample() / STEP));
      }
    }
    return heard;
  }

  private static int step(double second) {
    return (int) Math.round(second * 100);
  }

  private static Samples read(Path path, int channel) throws Exception {
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(path.toFile())) {
      assertThat(audio.getFormat().getSampleRate()).isEqualTo(RATE);
      int channels = audio.getFormat().getChannels();
      List<Samples> decoded = new ArrayList<>();
      new PcmDecoder(
              new AudioFormat(RATE, channels, AudioFormat.Encoding.MULAW), Channels.only(channel))
          .accept(audio.readAllBytes(), decoded::add);
      return Frames.join(decoded);
    }
  }
}
