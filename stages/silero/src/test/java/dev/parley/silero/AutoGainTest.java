package dev.parley.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AutoGainTest {

  private static final double QUIET_ROOM = -85;
  private static final int FLOOR_WINDOWS = 94;

  private final AutoGain gain = new AutoGain();

  @Test
  void usualSpeech_isLeftAlone() {
    last(QUIET_ROOM, 10);
    assertThat(gain.factor(-22)).isEqualTo(1);
    assertThat(gain.factor(-5)).isEqualTo(1);
  }

  @Test
  void quietSpeechInAQuietRoom_isRaisedToTheUsualLevel() {
    last(QUIET_ROOM, 10);
    assertThat(decibel(last(-45, 60))).isCloseTo(23, within(0.001));
  }

  @Test
  void veryQuietSpeech_isRaisedBy30DecibelsAtTheMost() {
    last(-90, 10);
    assertThat(decibel(last(-70, 80))).isCloseTo(30, within(0.001));
  }

  @Test
  void noise_isNotRaisedAboveItsLimit() {
    assertThat(decibel(last(-60, 200))).isCloseTo(10, within(0.001));
    gain.reset();
    assertThat(last(-45, 200)).isEqualTo(1);
  }

  @Test
  void firstWindows_areNotRaisedMuch() {
    assertThat(decibel(gain.factor(QUIET_ROOM))).isLessThan(10);
  }

  @Test
  void loudSpeech_holdsTheGainDown_forAWhile() {
    last(QUIET_ROOM, 60);
    double before = gain.factor(-50);
    gain.factor(-15);
    assertThat(gain.factor(-50)).isEqualTo(1).isLessThan(before);
    assertThat(last(-50, 90)).isGreaterThan(1);
  }

  @Property(tries = 300)
  void gain_neverAttenuates_andNeverRaisesTheFloorTooFar(
      @ForAll @Size(max = 300) List<@DoubleRange(min = -90, max = 0) Double> levels) {
    AutoGain fresh = new AutoGain();
    for (int i = 0; i < levels.size(); i++) {
      double decibel = decibel(fresh.factor(levels.get(i)));
      List<Double> remembered = levels.subList(Math.max(0, i + 1 - FLOOR_WINDOWS), i + 1);
      double floor = remembered.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
      assertThat(decibel).isBetween(0.0, 30.0 + 1e-9);
      assertThat(decibel).isLessThanOrEqualTo(Math.max(0, -50 - floor) + 1e-9);
      assertThat(decibel).isLessThanOrEqualTo(Math.max(0, -22 - levels.get(i)) + 1e-9);
    }
  }

  @Test
  void reset_makesItAsNew() {
    last(-3, 100);
    gain.reset();
    AutoGain fresh = new AutoGain();
    for (double level : new double[] {-70, -40, -60, -80}) {
      assertThat(gain.factor(level)).isEqualTo(fresh.factor(level));
    }
  }

  /** The factor for the last of so many windows of one level. */
  private double last(double level, int windows) {
    double factor = 0;
    for (int i = 0; i < windows; i++) {
      factor = gain.factor(level);
    }
    return factor;
  }

  private static double decibel(double factor) {
    return 20 * Math.log10(factor);
  }
}
