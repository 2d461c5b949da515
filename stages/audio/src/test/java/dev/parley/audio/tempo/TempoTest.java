package dev.parley.audio.tempo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.parley.audio.Feeding;
import dev.parley.audio.Tone;
import dev.parley.audio.level.Level;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.testkit.stage.KernelSpec;
import dev.parley.testkit.stage.StageSpec;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TempoTest {

  private static final int RATE = 24_000;
  private static final AudioFormat FORMAT = AudioFormat.pcm16(RATE);

  @Test
  void speedOne_passesTheSameObjects_atOnce() {
    List<Samples> given = Feeding.cut(Tone.of(440, 0.5, RATE, 2_000), List.of(480));
    List<Samples> made = new ArrayList<>();
    Tempo tempo = tempo(1);
    given.forEach(run -> tempo.accept(run, made::add));

    assertThat(made).hasSameSizeAs(given);
    for (int i = 0; i < given.size(); i++) {
      assertThat(made.get(i)).isSameAs(given.get(i));
    }
    tempo.flush(made::add);
    assertThat(made).hasSameSizeAs(given);
  }

  @ParameterizedTest
  @CsvSource({
    "0.25, 8000",
    "0.5, 24000",
    "0.75, 16000",
    "0.9, 24000",
    "1.1, 24000",
    "1.25, 48000",
    "1.5, 24000"
  })
  void tone_keepsItsPitch_andItsShape(double speed, int rate) {
    for (double hertz : new double[] {97, 220, 440, 1_000}) {
      Samples tone = Tone.of(hertz, 0.5, rate, 2 * rate);
      Samples made = run(speed, rate, tone);

      assertThat((double) made.count()).isCloseTo(tone.count() / speed, within(1.0));
      assertThat(frequency(made, rate, 0.7 * hertz, 1.4 * hertz))
          .isCloseTo(hertz, within(0.01 * hertz));
      double steepest = 2 * Math.PI * hertz / rate * 0.5 * 32_767;
      assertThat(steepest(made)).as("%s Hz", hertz).isLessThan((int) (1.25 * steepest));
      assertThat(Level.of(made).rms()).isCloseTo(Level.of(tone).rms(), within(0.5));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.6, 0.8, 1.2, 1.5})
  void speech_keepsItsPitch_itsLoudness_andItsRhythm(double speed) {
    Samples speech = speech(120, RATE, 3 * RATE);
    Samples made = run(speed, RATE, speech);

    assertThat((double) made.count()).isCloseTo(speech.count() / speed, within(1.0));
    assertThat(frequency(made, RATE, 80, 180)).isCloseTo(120, within(2.4));
    assertThat(steepest(made)).isLessThan((int) (1.3 * steepest(speech)));
    for (int word = 0; word < 6; word++) { // each lies where the speed has moved it
      double middle = (word + 0.25) * RATE / 2;
      double pause = (word + 0.75) * RATE / 2;
      assertThat(level(made, middle / speed) - level(made, pause / speed)).isGreaterThan(20);
      assertThat(level(made, middle / speed)).isCloseTo(level(speech, middle), within(2.0));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.7, 1.5})
  void beginningAndEnd_areTheInputsOwn(double speed) {
    Samples speech = speech(150, RATE, RATE).slice(0, RATE - 7_777); // ends within a word
    Samples made = run(speed, RATE, speech);

    assertThat(made.slice(0, 300)).isEqualTo(speech.slice(0, 300));
    short last = speech.at(speech.count() - 1);
    assertThat((double) made.at(made.count() - 1)).isCloseTo(last, within(600.0));
  }

  @Property(tries = 150)
  void output_isTheSame_howeverTheInputIsCut(
      @ForAll @DoubleRange(min = 0.25, max = 1.5) double speed,
      @ForAll @IntRange(min = 0, max = 9_000) int count,
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 2_500) Integer> cuts) {
    Samples speech = speech(140, RATE, count);
    Samples atOnce = run(speed, RATE, speech);

    assertThat(Feeding.all(tempo(speed), Feeding.cut(speech, cuts))).isEqualTo(atOnce);
    assertThat(atOnce.count()).isEqualTo((int) Math.round(count / speed));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 0.8, 1, 1.5})
  void kernel_keepsItsPromises(double speed) {
    Samples speech = speech(180, RATE, RATE);
    KernelSpec.of(() -> new Tempo(new TempoSettings(speed)), FORMAT)
        .chunkingDoesNotMatter(speech)
        .resetMakesItAsNew(speech);
  }

  @Test
  void loudest_doesNotTurnOver() {
    short[] square = new short[RATE];
    for (int i = 0; i < square.length; i++) {
      square[i] = i / 60 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    Samples made = run(0.9, RATE, Samples.wrap(square));
    int turns = 0;
    for (int i = 1; i < made.count(); i++) {
      turns += made.at(i) * made.at(i - 1) < 0 ? 1 : 0;
    }
    assertThat(turns).isBetween(380, 500); // as often as 200 Hz does
  }

  @Test
  void silence_staysSilent() {
    Samples made = run(0.5, RATE, Samples.silence(RATE));
    assertThat(made).isEqualTo(Samples.silence(2 * RATE));
  }

  @Test
  void delay_isLessThan40Milliseconds() {
    Tempo tempo = tempo(1.2);
    int[] heard = {0};
    tempo.accept(Tone.of(300, 0.5, RATE, RATE / 25), out -> heard[0] += out.count());
    assertThat(heard[0]).isPositive();
  }

  @Test
  void change_holdsFromTheNextPartOn() {
    Tempo tempo = tempo(1);
    Samples tone = Tone.of(300, 0.5, RATE, RATE);
    tempo.accept(tone, out -> {});
    tempo.tune(new TempoSettings(0.5));
    List<Samples> made = new ArrayList<>();
    tempo.accept(tone, made::add);
    assertThat(made).singleElement().isSameAs(tone);

    tempo.reset();
    made.clear();
    tempo.accept(tone, made::add);
    tempo.tune(TempoSettings.defaults());
    tempo.accept(tone, made::add);
    tempo.flush(made::add);
    assertThat(Feeding.join(made).count()).isEqualTo(4 * RATE);

    tempo.reset();
    assertThat(Feeding.outputs(tempo, List.of(tone))).singleElement().isSameAs(tone);
  }

  @Test
  void change_beforeAnythingIsHeard_holdsAtOnce() {
    Tempo tempo = tempo(1);
    tempo.tune(new TempoSettings(0.5));
    Samples tone = Tone.of(300, 0.5, RATE, RATE);

    assertThat(tempo.settingsType()).isEqualTo(TempoSettings.class);
    assertThat(Feeding.all(tempo, List.of(tone)).count()).isEqualTo(2 * RATE);
  }

  @Test
  void stage_makesEachPartWhole() {
    Epoch epoch = new Epoch(Epoch.Lane.MAIN, 1);
    List<Outbound> given = new ArrayList<>();
    for (int part = 0; part < 2; part++) {
      Position at = Position.start(RATE);
      for (Samples run : Feeding.cut(speech(130, RATE, 6_000), List.of(960))) {
        given.add(new Spoken(epoch, part, at, run));
        at = at.plus(run.count());
      }
      given.add(new ReplySignal.PartEnded(epoch, part));
    }
    StageSpec<Outbound> spec =
        StageSpec.of(Tempo.spoken(new TempoSettings(0.8)), FORMAT)
            .chunkingDoesNotMatter(given)
            .backpressureIsKept(given)
            .callsAreIndependent(given);

    List<Outbound> out = spec.output(given);
    assertThat(out.getLast()).isEqualTo(given.getLast());
    assertThat(out.get(out.size() - 2))
        .isInstanceOfSatisfying(
            Spoken.class, last -> assertThat(last.end()).isEqualTo(new Position(7_500, RATE)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.249, 1.501, 0, -1, Double.NaN})
  void speedsThatNobodyUnderstands_areRefused(double speed) {
    assertThatThrownBy(() -> TempoSettings.defaults().withSpeed(speed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("speed must be 0.25 to 1.5");
  }

  private static Tempo tempo(double speed) {
    Tempo tempo = new Tempo(new TempoSettings(speed));
    tempo.negotiate(FORMAT);
    return tempo;
  }

  private static Samples run(double speed, int rate, Samples input) {
    Tempo tempo = new Tempo(new TempoSettings(speed));
    tempo.negotiate(AudioFormat.pcm16(rate));
    return Feeding.all(tempo, List.of(input));
  }

  /** Words of a quarter of a second: a voice's harmonics, each softer than the one below. */
  private static Samples speech(double pitch, int rate, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      double inWord = i % (rate / 2.0) / (rate / 4.0);
      double loudness = inWord >= 1 ? 0.002 : 0.002 + Math.pow(Math.sin(Math.PI * inWord), 0.5);
      double value = 0;
      for (int k = 1; k <= 12; k++) {
        value += Math.sin(2 * Math.PI * k * pitch * i / rate + k * k) / k;
      }
      pcm[i] = (short) Math.round(7_000 * loudness * value);
    }
    return Samples.wrap(pcm);
  }

  /** The strongest frequency between two. */
  private static double frequency(Samples run, int rate, double low, double high) {
    int from = Math.max(0, run.count() / 2 - rate / 2);
    int to = Math.min(run.count(), from + rate);
    double best = low;
    double most = 0;
    for (double hertz = low; hertz <= high; hertz *= 1.004) {
      double real = 0;
      double imaginary = 0;
      for (int i = from; i < to; i += rate / 8_000) {
        double angle = 2 * Math.PI * hertz * i / rate;
        real += run.at(i) * Math.cos(angle);
        imaginary += run.at(i) * Math.sin(angle);
      }
      double power = real * real + imaginary * imaginary;
      if (power > most) {
        most = power;
        best = hertz;
      }
    }
    return best;
  }

  private static int steepest(Samples run) {
    int most = 0;
    for (int i = 1; i < run.count(); i++) {
      most = Math.max(most, Math.abs(run.at(i) - run.at(i - 1)));
    }
    return most;
  }

  /** The level of 60 ms around a place, in dB. */
  private static double level(Samples run, double middle) {
    int half = RATE * 30 / 1_000;
    return Level.of(run.slice((int) middle - half, (int) middle + half)).rms();
  }
}
