package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** VAD and turn detection that come and go in mid-call. */
class ListeningKernelTest {

  private static final Listening.Setting OFF = new Listening.Setting(Optional.empty());
  private static final Listening.Setting ON = on(400);

  /** Takes all that is loud for speech; counts how often it was opened and closed. */
  private static final class Loud implements SpeechDetectors {
    int opened;
    int closed;

    @Override
    public String name() {
      return "loud";
    }

    @Override
    public VadSettings settings() {
      return VadSettings.defaults();
    }

    @Override
    public SpeechDetector open() {
      opened++;
      return new SpeechDetector() {
        @Override
        public double probability(short[] frame) {
          return Math.abs(frame[frame.length / 2]) > 1_000 ? 0.999 : 0.001;
        }

        @Override
        public void reset() {}

        @Override
        public void close() {
          closed++;
        }
      };
    }
  }

  private final Loud detectors = new Loud();
  private final List<Inbound> out = new ArrayList<>();
  private long at;

  private static Listening.Setting on(int silenceMillis) {
    Duration silence = Duration.ofMillis(silenceMillis);
    return new Listening.Setting(
        Optional.of(
            new Listening(
                VadSettings.defaults(),
                new TurnSettings(silence, silence, Duration.ofMinutes(1)))));
  }

  private ListeningKernel kernel(Listening.Setting setting) {
    ListeningKernel kernel = new ListeningKernel(detectors, setting);
    kernel.negotiate(AudioFormat.pcm16(AudioCodec.RATE));
    return kernel;
  }

  private void hear(ListeningKernel kernel, boolean loud, int millis) {
    for (int i = 0; i < millis / 20; i++) {
      short[] pcm = new short[480];
      java.util.Arrays.fill(pcm, (short) (loud ? 8_000 : 0));
      kernel.accept(
          new Captured(new Position(at, AudioCodec.RATE), Samples.wrap(pcm)), out::add);
      at += 480;
    }
  }

  private List<Class<?>> signals() {
    List<Class<?>> found = new ArrayList<>();
    out.stream().filter(Signal.class::isInstance).forEach(signal -> found.add(signal.getClass()));
    return found;
  }

  private long frames() {
    return out.stream().filter(Captured.class::isInstance).count();
  }

  @Test
  void on_findsTurns() {
    ListeningKernel kernel = kernel(ON);
    hear(kernel, false, 200);
    hear(kernel, true, 500);
    hear(kernel, false, 600);
    assertThat(signals())
        .containsExactly(
            Signal.SpeechStarted.class, Signal.SpeechStopped.class, Signal.TurnEnded.class);
    assertThat(frames()).isEqualTo(65);
  }

  @Test
  void off_letsEverythingPassAndOpensNothing() {
    ListeningKernel kernel = kernel(OFF);
    hear(kernel, true, 500);
    hear(kernel, false, 600);
    kernel.flush(out::add);
    assertThat(signals()).isEmpty();
    assertThat(frames()).isEqualTo(55);
    assertThat(detectors.opened).isZero();
  }

  @Test
  void switchedOff_duringSpeech_theTurnIsForgotten() {
    ListeningKernel kernel = kernel(ON);
    hear(kernel, true, 500);
    kernel.tune(OFF);
    assertThat(detectors.closed).isEqualTo(1);
    hear(kernel, false, 2_000);
    kernel.tune(ON);
    hear(kernel, false, 2_000);
    kernel.flush(out::add);
    assertThat(signals()).containsExactly(Signal.SpeechStarted.class);
    assertThat(detectors.opened).isEqualTo(2);
  }

  @Test
  void switchedOn_inMidCall_countsFromTheCallsBeginning() {
    ListeningKernel kernel = kernel(OFF);
    hear(kernel, false, 1_000);
    kernel.tune(ON);
    hear(kernel, false, 200);
    hear(kernel, true, 500);
    Signal.SpeechStarted started =
        out.stream()
            .filter(Signal.SpeechStarted.class::isInstance)
            .map(Signal.SpeechStarted.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(started.at().at(AudioCodec.RATE).millis()).isBetween(1_100.0, 1_200.0);
  }

  @Test
  void retuned_duringATurn_goesOnWithTheNewSilence() {
    ListeningKernel kernel = kernel(on(5_000));
    hear(kernel, true, 500);
    hear(kernel, false, 1_000);
    assertThat(signals()).doesNotContain(Signal.TurnEnded.class);
    kernel.tune(ON);
    hear(kernel, false, 20);
    assertThat(signals()).endsWith(Signal.TurnEnded.class);
    assertThat(detectors.opened).isEqualTo(1);
  }

  @Test
  void flush_endsTheTurnThatIsOpen() {
    ListeningKernel kernel = kernel(ON);
    hear(kernel, true, 500);
    kernel.flush(out::add);
    assertThat(signals()).endsWith(Signal.TurnEnded.class);
  }

  @Test
  void close_closesTheDetectorOnce() {
    ListeningKernel kernel = kernel(ON);
    hear(kernel, true, 100);
    kernel.close();
    kernel.close();
    assertThat(detectors.closed).isEqualTo(1);
  }

  @Test
  void reset_beginsAfresh() {
    ListeningKernel kernel = kernel(ON);
    hear(kernel, true, 500);
    kernel.reset();
    hear(kernel, false, 1_000);
    hear(kernel, true, 500);
    assertThat(signals()).containsExactly(Signal.SpeechStarted.class, Signal.SpeechStarted.class);
  }
}
