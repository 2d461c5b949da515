package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Samples;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyTrackTest {

  private static final int RATE = SpeechDetector.RATE;
  private static final int FRAME = SpeechDetector.FRAME;
  private static final int MILLI = RATE / 1_000;
  private static final Offset<Long> TWENTY_MILLIS = Offset.offset(20L * MILLI);

  private final EnergyTrack track = new EnergyTrack(RATE);

  @Property(tries = 200)
  void bursts_areFoundInNoise(
      @ForAll @IntRange(min = -75, max = -40) int noise,
      @ForAll @IntRange(min = 18, max = 45) int above,
      @ForAll @IntRange(min = 3_200 * MILLI, max = 3_300 * MILLI) int from,
      @ForAll @IntRange(min = 200 * MILLI, max = 1_500 * MILLI) int length,
      @ForAll @IntRange(min = 2, max = 9) int noticed,
      @ForAll @IntRange(min = -1, max = 8) int certain) {
    double tone = Math.min(-3, noise + above);
    int to = from + length;
    Samples sound = new Sounds(RATE).burst(noise, tone, 6 * RATE, from, to);
    EnergyTrack fresh = new EnergyTrack(RATE);
    int detected = from / FRAME + noticed;
    feed(fresh, sound, 0, detected);
    assertThat(fresh.onset(0)).isCloseTo(from, TWENTY_MILLIS);
    int last = to / FRAME + certain;
    feed(fresh, sound, detected, last + 10);
    assertThat(fresh.ending((long) last * FRAME)).isCloseTo(to, TWENTY_MILLIS);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 16_000})
  void rates_giveTheirOwnPositions_andHumIsNoSoundAtAny(int rate) {
    int frame = rate / 50;
    int from = 4 * rate;
    int to = 5 * rate;
    short[] sound = new Sounds(rate).burst(-65, -30, 6 * rate, from, to).toArray();
    for (int i = from - rate / 5; i < sound.length; i++) {
      sound[i] += (short) Math.round(460 * Math.sin(2 * Math.PI * 20 * i / rate)); // -40 dBFS
    }
    EnergyTrack fresh = new EnergyTrack(rate);
    for (int at = 0; at < from + 5 * frame; at += frame) {
      fresh.accept(Arrays.copyOfRange(sound, at, at + frame));
    }
    assertThat(fresh.onset(0)).isCloseTo(from, Offset.offset((long) frame));
    for (int at = from + 5 * frame; at < to + 12 * frame; at += frame) {
      fresh.accept(Arrays.copyOfRange(sound, at, at + frame));
    }
    assertThat(fresh.ending(to)).isCloseTo(to, Offset.offset((long) frame));
  }

  @Test
  void soundAtTheVeryBeginning_beganThere() {
    feed(track, new Sounds(RATE).burst(-70, -20, RATE, 0, RATE), 0, 3);
    assertThat(track.onset(0)).isZero();
  }

  @Test
  void quietStart_isNoNoiseFloorYet() {
    int from = 130 * MILLI; // much too soon to know the room
    feed(track, new Sounds(RATE).burst(-65, -25, RATE, from, RATE), 0, 9);
    assertThat(track.onset(0)).isCloseTo(from, TWENTY_MILLIS);
  }

  @Test
  void digitalSilenceBeforeIt_changesNothing() {
    int from = 4 * RATE + 77;
    feed(track, new Sounds(RATE).burst(-200, -30, 5 * RATE, from, 5 * RATE), 0, from / FRAME + 4);
    assertThat(track.onset(0)).isCloseTo(from, TWENTY_MILLIS);
  }

  @Test
  void onset_isNeverBeforeTheEarliest() {
    int from = 4 * RATE;
    feed(track, new Sounds(RATE).burst(-65, -20, 5 * RATE, from, 5 * RATE), 0, from / FRAME + 5);
    assertThat(track.onset(from + 3L * FRAME)).isEqualTo(from + 3L * FRAME);
  }

  @Test
  void onset_looksBackForAFifthOfASecondAtMost() {
    int from = 4 * RATE;
    feed(track, new Sounds(RATE).burst(-65, -20, 5 * RATE, from, 5 * RATE), 0, from / FRAME + 25);
    assertThat(track.onset(0)).isEqualTo(from + 25L * FRAME - 200L * MILLI);
  }

  @Test
  void shortHole_belongsToTheSound() {
    int from = 4 * RATE;
    Samples before = new Sounds(RATE).burst(-65, -20, from + 60 * MILLI, from, from + 30 * MILLI);
    Samples after = new Sounds(RATE).burst(-65, -20, 60 * MILLI, 0, 60 * MILLI);
    feed(track, before.append(after), 0, (from + 120 * MILLI) / FRAME);
    assertThat(track.onset(0)).isCloseTo(from, TWENTY_MILLIS);
  }

  @Test
  void hum_isNoSound() {
    int from = 4 * RATE;
    short[] sound = new Sounds(RATE).burst(-65, -30, 5 * RATE, from, 5 * RATE).toArray();
    for (int i = from - 120 * MILLI; i < sound.length; i++) {
      sound[i] += (short) Math.round(460 * Math.sin(2 * Math.PI * 20 * i / RATE)); // -40 dBFS
    }
    feed(track, Samples.wrap(sound), 0, from / FRAME + 5);
    assertThat(track.onset(0)).isCloseTo(from, TWENTY_MILLIS);
  }

  @Test
  void reset_makesItAsNew() {
    feed(track, new Sounds(RATE).noise(-20, 5 * RATE), 0, 250);
    track.reset();
    int from = 300 * MILLI;
    feed(track, new Sounds(RATE).burst(-65, -30, RATE, from, RATE), 0, from / FRAME + 4);
    assertThat(track.onset(0)).isCloseTo(from, TWENTY_MILLIS);
  }

  private static void feed(EnergyTrack track, Samples sound, int fromFrame, int toFrame) {
    for (int i = fromFrame; i < toFrame; i++) {
      track.accept(sound.slice(i * FRAME, (i + 1) * FRAME).toArray());
    }
  }
}
