package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Frame;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Signal.SpeechStarted;
import dev.parley.engine.frame.Signal.SpeechStopped;
import dev.parley.testkit.Frames;
import dev.parley.testkit.stage.Chunks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VadKernelTest {

  private static final int RATE = 16_000;
  private static final int FRAME = SpeechDetector.FRAME;
  private static final int HANG_OVER = 10; // frames

  /** A second of quiet, a second of tone, a second of quiet. */
  private static Samples tone(int rate) {
    return new Sounds(rate).burst(-65, -20, 3 * rate, rate, 2 * rate);
  }

  /** Noticed after 60 ms, certain to its end. */
  private static Scripted noticed() {
    return Scripted.speech(52, 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000})
  void signals_standBehindTheAudioThatToldThem(int rate) {
    int frame = rate / 50;
    List<Inbound> out = hear(noticed(), rate, Frames.captured(0, rate, tone(rate), frame));

    int started = index(out, SpeechStarted.class);
    int stopped = index(out, SpeechStopped.class);
    assertThat(detected(out.get(started))).isEqualTo(new Position(53L * frame, rate));
    assertThat(end(out.get(started - 1))).isEqualTo(detected(out.get(started)));
    assertThat(detected(out.get(stopped)))
        .isEqualTo(new Position((100L + HANG_OVER) * frame, rate));
    assertThat(end(out.get(stopped - 1))).isEqualTo(detected(out.get(stopped)));
    assertThat(Frames.signals(out)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 22_050, 24_000, 44_100, 48_000})
  void places_areFoundInHindsight_withPadding(int rate) {
    List<Inbound> out = hear(noticed(), rate, Frames.captured(0, rate, tone(rate), rate / 50));

    assertThat(at(out, SpeechStarted.class).millis()).isCloseTo(970, within(20.0));
    assertThat(at(out, SpeechStopped.class).millis()).isCloseTo(2_030, within(20.0));
    assertThat(at(out, SpeechStarted.class).rate()).isEqualTo(rate);
    assertThat(at(out, SpeechStopped.class).rate()).isEqualTo(rate);
  }

  @ParameterizedTest
  @CsvSource({"8000, 8000", "16000, 8000", "24000, 8000", "8000, 16000", "44100, 8000"})
  void detectorsRate_changesNothingInTheCallersPositions(int rate, int heard) {
    int frame = rate / 50;
    List<Captured> given = Frames.captured(12_345, rate, tone(rate), frame);

    List<Inbound> out = hear(noticed().hearingAt(heard), rate, given);

    assertThat(detected(out.get(index(out, SpeechStarted.class))))
        .isEqualTo(new Position(12_345 + 53L * frame, rate));
    assertThat(at(out, SpeechStarted.class).millis() - 12_345_000.0 / rate)
        .isCloseTo(970, within(20.0));
    assertThat(at(out, SpeechStopped.class).millis() - 12_345_000.0 / rate)
        .isCloseTo(2_030, within(20.0));
  }

  @Test
  void detector_isChosenByTheCallersRate() {
    List<Integer> asked = new ArrayList<>();
    SpeechDetectors kind = askingFor(asked);
    VadKernel kernel = new VadKernel(kind, VadSettings.defaults());
    feed(kernel, 8_000, Frames.captured(0, 8_000, tone(8_000), 160));
    kernel.close();

    assertThat(asked).containsExactly(8_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 24_000, 44_100})
  void positions_countFromWhereTheStreamBegan(int rate) {
    List<Inbound> early = hear(noticed(), rate, Frames.captured(0, rate, tone(rate), 160));
    List<Inbound> late = hear(noticed(), rate, Frames.captured(12_345, rate, tone(rate), 160));

    assertThat(Frames.signals(late))
        .isEqualTo(Frames.signals(early).stream().map(s -> later(s, 12_345)).toList());
  }

  @Provide
  Arbitrary<Integer> rates() {
    return Arbitraries.of(8_000, 16_000, 24_000, 44_100, 48_000);
  }

  @Property(tries = 60)
  void chunking_doesNotMatter(@ForAll("rates") int rate, @ForAll long seed) {
    List<Captured> whole = Frames.captured(0, rate, tone(rate), rate / 50);
    List<Captured> cut = new Chunks(seed).cut(Frames.captured(0, rate, tone(rate), 3 * rate));

    List<Inbound> out = hear(noticed(), rate, cut);

    assertThat(Frames.signals(out)).isEqualTo(Frames.signals(hear(noticed(), rate, whole)));
    assertThat(out).filteredOn(Captured.class::isInstance).isEqualTo(cut);
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i) instanceof Signal signal) {
        Captured before = (Captured) out.get(i - 1);
        long detected = detected(signal).sample();
        long half = Math.ceilDiv(rate, 2 * 16_000); // of one of the detector's samples
        assertThat(before.end().sample()).isGreaterThanOrEqualTo(detected - half);
        assertThat(before.position().sample()).isLessThan(detected);
      }
    }
  }

  @Test
  void utterances_doNotOverlap_howeverWideThePadding() {
    VadSettings wide = VadSettings.defaults().withPrefixPadding(Duration.ofSeconds(1));
    Scripted detectors = new Scripted(n -> n % 30 < 5 ? 1 : 0);
    VadKernel kernel = new VadKernel(detectors, wide);
    List<Signal> signals =
        Frames.signals(
            feed(kernel, RATE, Frames.captured(0, RATE, new Sounds(RATE).noise(-60, 60_000), 320)));

    assertThat(signals).hasSizeGreaterThan(8);
    Position last = Position.start(RATE);
    for (Signal signal : signals) {
      Position at =
          switch (signal) {
            case SpeechStarted s -> s.at();
            case SpeechStopped s -> s.at();
            default -> throw new AssertionError(signal);
          };
      assertThat(at).isGreaterThanOrEqualTo(last).isLessThanOrEqualTo(detected(signal));
      last = at;
    }
  }

  @Test
  void shortGap_isSilenceToTheDetector() {
    VadKernel kernel = new VadKernel(Scripted.speech(10, 20), VadSettings.defaults());
    List<Inbound> out = new ArrayList<>();
    kernel.negotiate(AudioFormat.pcm16(RATE));
    give(kernel, frames(0, 20), out);
    give(kernel, List.of(Frames.lost(20L * FRAME, RATE, 2L * RATE)), out);

    assertThat(out.get(out.size() - 2)).isInstanceOf(Gap.class);
    assertThat(out.getLast())
        .isInstanceOfSatisfying(
            SpeechStopped.class,
            stop -> assertThat(stop.detected().sample()).isEqualTo((20L + HANG_OVER) * FRAME));
  }

  @Test
  void shortGap_keepsPositionsTrue() {
    Scripted detectors = Scripted.speech(30, 40);
    List<Inbound> given = new ArrayList<>(frames(0, 20));
    given.add(Frames.lost(20L * FRAME, RATE, 5L * FRAME));
    given.addAll(frames(25L * FRAME, 30));

    List<Inbound> out = hear(detectors, RATE, given);

    assertThat(detected(out.get(index(out, SpeechStarted.class))).sample()).isEqualTo(31L * FRAME);
    assertThat(detectors.done).containsExactly("open");
  }

  @Test
  void longGap_stopsSpeech_andBeginsAnotherStream() {
    Scripted detectors = Scripted.speech(10, 100);
    long behind = 20L * FRAME + 2L * RATE + 1;
    List<Inbound> given = new ArrayList<>(frames(0, 20));
    given.add(Frames.lost(20L * FRAME, RATE, 2L * RATE + 1));
    given.addAll(frames(behind, 20));

    List<Inbound> out = hear(detectors, RATE, given);

    int gap = index(out, Gap.class);
    assertThat(out.get(gap + 1))
        .isInstanceOfSatisfying(
            SpeechStopped.class,
            stop -> {
              assertThat(stop.detected().sample()).isEqualTo(20L * FRAME);
              assertThat(stop.at().sample()).isLessThanOrEqualTo(20L * FRAME);
            });
    SpeechStarted again = (SpeechStarted) Frames.signals(out).get(2);
    assertThat(again.detected().sample()).isEqualTo(behind + 11L * FRAME);
    assertThat(again.at().sample()).isGreaterThanOrEqualTo(behind);
    assertThat(detectors.done).containsExactly("open", "reset");
  }

  @Test
  void gapBeforeAnyAudio_passes_andOpensNothing() {
    Scripted detectors = Scripted.speech(0, 1);
    Gap gap = Frames.lost(0, RATE, 320);

    assertThat(hear(detectors, RATE, List.of(gap))).containsExactly(gap);
    assertThat(detectors.done).isEmpty();
  }

  @Test
  void otherSignals_passInTheirPlace() {
    Signal key = new Signal.Dtmf('1', new Position(FRAME, RATE));
    List<Inbound> given = new ArrayList<>(frames(0, 2));
    given.add(1, key);

    assertThat(hear(Scripted.speech(5, 6), RATE, given)).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 24_000, 48_000})
  void endOfTheInput_stopsWhoeverSpeaks(int rate) {
    Samples audio = tone(rate).slice(0, 3 * rate / 2 + rate / 62); // ends within a frame
    List<Captured> given = Frames.captured(0, rate, audio, rate / 50);
    VadKernel kernel = new VadKernel(noticed(), VadSettings.defaults());

    List<Inbound> out = feed(kernel, rate, given);
    kernel.flush(out::add);

    assertThat(out.getLast())
        .isInstanceOfSatisfying(
            SpeechStopped.class,
            stop -> {
              assertThat(stop.at()).isLessThanOrEqualTo(stop.detected());
              assertThat(stop.at().millis()).isCloseTo(1_510, within(30.0));
            });
    assertThat(Frames.signals(out)).hasSize(2);
  }

  @Test
  void endOfTheInput_saysNothing_whereNobodySpeaks() {
    VadKernel kernel = new VadKernel(noticed(), VadSettings.defaults());
    List<Inbound> out = feed(kernel, RATE, Frames.captured(0, RATE, tone(RATE), FRAME));
    out.clear();
    kernel.flush(out::add);

    assertThat(out).isEmpty();
  }

  @Test
  void detector_isOpenedOnce_andClosedWithTheKernel() {
    Scripted detectors = noticed();
    VadKernel kernel = new VadKernel(detectors, VadSettings.defaults());
    kernel.negotiate(AudioFormat.pcm16(RATE));
    assertThat(detectors.done).isEmpty();
    give(kernel, frames(0, 100), new ArrayList<>());
    kernel.flush(out -> {});
    assertThat(detectors.done).containsExactly("open");
    kernel.close();
    assertThat(detectors.done).containsExactly("open", "close");
  }

  @Test
  void kernelThatHeardNothing_closesNothing() {
    Scripted detectors = noticed();
    VadKernel kernel = new VadKernel(detectors, VadSettings.defaults());
    kernel.flush(out -> {});
    kernel.close();

    assertThat(detectors.done).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000, 44_100})
  void reset_makesItAsNew(int rate) {
    List<Captured> given = Frames.captured(0, rate, tone(rate), 500);
    VadKernel used = new VadKernel(noticed(), VadSettings.defaults());
    feed(used, rate, given.subList(0, given.size() / 2));
    used.reset();
    List<Inbound> out = new ArrayList<>();
    give(used, given, out);

    assertThat(out).isEqualTo(hear(noticed(), rate, given));
  }

  @Test
  void tune_movesTheOperatingPoint() {
    VadKernel kernel = new VadKernel(new Scripted(n -> 0.7), VadSettings.defaults());
    kernel.tune(VadSettings.defaults().withEvidence(1.3));

    assertThat(kernel.settingsType()).isEqualTo(VadTuning.class);
    assertThat(index(feed(kernel, RATE, frames(0, 2)), SpeechStarted.class)).isEqualTo(1);
  }

  /** A kind that notes for which rates it was opened. */
  private static SpeechDetectors askingFor(List<Integer> asked) {
    return new SpeechDetectors() {
      @Override
      public String name() {
        return "asking";
      }

      @Override
      public VadSettings settings() {
        return VadSettings.defaults();
      }

      @Override
      public SpeechDetector open() {
        return noticed().open();
      }

      @Override
      public SpeechDetector open(int callersRate) {
        asked.add(callersRate);
        return open();
      }
    };
  }

  private static List<Inbound> hear(Scripted detectors, int rate, List<? extends Inbound> given) {
    return feed(new VadKernel(detectors, VadSettings.defaults()), rate, given);
  }

  private static List<Inbound> feed(VadKernel kernel, int rate, List<? extends Inbound> given) {
    assertThat(kernel.negotiate(AudioFormat.pcm16(rate))).isEqualTo(AudioFormat.pcm16(rate));
    List<Inbound> out = new ArrayList<>();
    give(kernel, given, out);
    return out;
  }

  private static void give(VadKernel kernel, List<? extends Inbound> given, List<Inbound> out) {
    given.forEach(frame -> kernel.accept(frame, out::add));
  }

  private static List<Captured> frames(long at, int count) {
    return Frames.captured(at, RATE, new Sounds(RATE).noise(-60, count * FRAME), FRAME);
  }

  private static int index(List<Inbound> out, Class<? extends Frame> type) {
    for (int i = 0; i < out.size(); i++) {
      if (type.isInstance(out.get(i))) {
        return i;
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + Frames.signals(out));
  }

  private static Position at(List<Inbound> out, Class<? extends Signal> type) {
    return switch (out.get(index(out, type))) {
      case SpeechStarted s -> s.at();
      case SpeechStopped s -> s.at();
      default -> throw new AssertionError(type);
    };
  }

  private static Position detected(Inbound frame) {
    return switch (frame) {
      case SpeechStarted s -> s.detected();
      case SpeechStopped s -> s.detected();
      default -> throw new AssertionError(frame);
    };
  }

  private static Position end(Inbound frame) {
    return ((Captured) frame).end();
  }

  private static Signal later(Signal signal, long samples) {
    return switch (signal) {
      case SpeechStarted s -> new SpeechStarted(s.at().plus(samples), s.detected().plus(samples));
      case SpeechStopped s -> new SpeechStopped(s.at().plus(samples), s.detected().plus(samples));
      default -> throw new AssertionError(signal);
    };
  }
}
