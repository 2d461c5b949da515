package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.turn.SilenceKernel;
import dev.parley.audio.vad.SpeechDetector;
import dev.parley.audio.vad.SpeechDetectors;
import dev.parley.audio.vad.VadKernel;
import dev.parley.audio.vad.VadSettings;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.wire.session.TurnDetection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** VAD and turn detection that come and go in mid-call. */
class ListeningInMidCallTest {

  private static final Listening OFF = Listening.of(Optional.empty(), VadSettings.defaults());
  private static final Listening ON = on(400);

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

  private static Listening on(int silenceMillis) {
    return Listening.of(
        Optional.of(
            new TurnDetection.ServerVad(0.5, 300, silenceMillis, OptionalInt.empty(), true, true)),
        VadSettings.defaults());
  }

  /** VAD and turn detector one behind the other, as in a call. */
  private final class Rooms {
    private final VadKernel vad;
    private final SilenceKernel turns;

    Rooms(Listening listening) {
      vad = new VadKernel(detectors, listening.vad());
      vad.negotiate(AudioFormat.pcm16(AudioCodec.RATE));
      turns = new SilenceKernel(listening.turns());
    }

    void tune(Listening listening) {
      vad.tune(listening.vad());
      turns.tune(listening.turns());
    }

    void accept(Inbound frame, Consumer<? super Inbound> out) {
      vad.accept(frame, heard -> turns.accept(heard, out));
    }

    void flush(Consumer<? super Inbound> out) {
      vad.flush(heard -> turns.accept(heard, out));
      turns.flush(out);
    }
  }

  private void hear(Rooms rooms, boolean loud, int millis) {
    for (int i = 0; i < millis / 20; i++) {
      short[] pcm = new short[480];
      Arrays.fill(pcm, (short) (loud ? 8_000 : 0));
      rooms.accept(new Captured(new Position(at, AudioCodec.RATE), Samples.wrap(pcm)), out::add);
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
    Rooms rooms = new Rooms(ON);
    hear(rooms, false, 200);
    hear(rooms, true, 500);
    hear(rooms, false, 600);
    assertThat(signals())
        .containsExactly(
            Signal.SpeechStarted.class, Signal.SpeechStopped.class, Signal.TurnEnded.class);
    assertThat(frames()).isEqualTo(65);
  }

  @Test
  void off_letsEverythingPassAndOpensNothing() {
    Rooms rooms = new Rooms(OFF);
    hear(rooms, true, 500);
    hear(rooms, false, 600);
    rooms.flush(out::add);
    assertThat(signals()).isEmpty();
    assertThat(frames()).isEqualTo(55);
    assertThat(detectors.opened).isZero();
  }

  @Test
  void switchedOff_duringSpeech_theTurnIsForgotten() {
    Rooms rooms = new Rooms(ON);
    hear(rooms, true, 500);
    rooms.tune(OFF);
    assertThat(detectors.closed).isEqualTo(1);
    hear(rooms, false, 2_000);
    rooms.tune(ON);
    hear(rooms, false, 2_000);
    rooms.flush(out::add);
    assertThat(signals()).containsExactly(Signal.SpeechStarted.class);
    assertThat(detectors.opened).isEqualTo(2);
  }

  @Test
  void switchedOn_inMidCall_countsFromTheCallsBeginning() {
    Rooms rooms = new Rooms(OFF);
    hear(rooms, false, 1_000);
    rooms.tune(ON);
    hear(rooms, false, 200);
    hear(rooms, true, 500);
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
    Rooms rooms = new Rooms(on(5_000));
    hear(rooms, true, 500);
    hear(rooms, false, 1_000);
    assertThat(signals()).doesNotContain(Signal.TurnEnded.class);
    rooms.tune(ON);
    hear(rooms, false, 20);
    assertThat(signals()).endsWith(Signal.TurnEnded.class);
    assertThat(detectors.opened).isEqualTo(1);
  }

  @Test
  void flush_endsTheTurnThatIsOpen() {
    Rooms rooms = new Rooms(ON);
    hear(rooms, true, 500);
    rooms.flush(out::add);
    assertThat(signals()).endsWith(Signal.TurnEnded.class);
  }
}
