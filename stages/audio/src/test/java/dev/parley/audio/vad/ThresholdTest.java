package dev.parley.audio.vad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThresholdTest {

  private static final VadSettings OWN = VadSettings.defaults();

  @Test
  void half_isTheDetectorsOwnOperatingPoint() {
    assertThat(OWN.withThreshold(0.5)).isEqualTo(OWN);
  }

  @Test
  void threshold_isTakenForEvenOdds() {
    VadSettings harder = OWN.withThreshold(0.8);
    assertThat(harder.bias()).isCloseTo(OWN.bias() - Math.log(4), within(1e-9));
    assertThat(harder.release()).isCloseTo(4 * 0.35 / (4 * 0.35 + 0.65), within(1e-9));
    assertThat(harder.withBias(0).withRelease(0)).isEqualTo(OWN.withBias(0).withRelease(0));
  }

  @Property(tries = 500)
  void higherThreshold_neverBeginsEarlier_andNeverEndsLater(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 1) Double> heard) {
    VadSettings easy = OWN.withThreshold(Math.min(one, other));
    VadSettings hard = OWN.withThreshold(Math.max(one, other));

    assertThat(begin(hard, heard)).isGreaterThanOrEqualTo(begin(easy, heard));
    assertThat(end(hard, heard)).isLessThanOrEqualTo(end(easy, heard));
  }

  @Test
  void thresholds_makeADifference() {
    List<Double> doubtful = List.of(0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6);
    assertThat(begin(OWN.withThreshold(0.3), doubtful))
        .isLessThan(begin(OWN.withThreshold(0.5), doubtful));
    assertThat(begin(OWN.withThreshold(0.8), doubtful)).isEqualTo(doubtful.size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1})
  void extremes_stillHear(double threshold) {
    VadSettings settings = OWN.withThreshold(threshold);
    List<Double> speech = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
    assertThat(begin(settings, speech)).isLessThan(speech.size());
    List<Double> silence = List.of(0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    assertThat(begin(settings, silence)).isEqualTo(silence.size());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void whatIsNoShare_isRefused(double threshold) {
    assertThatThrownBy(() -> OWN.withThreshold(threshold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("threshold must be 0 to 1");
  }

  @Test
  void noSlowerThan_shortensTheSilenceOnly() {
    Duration wait = Duration.ofMillis(120);
    assertThat(OWN.noSlowerThan(wait)).isEqualTo(OWN.withMinSilence(wait));
    assertThat(OWN.noSlowerThan(Duration.ofMillis(500))).isEqualTo(OWN);
  }

  private static int begin(VadSettings settings, List<Double> heard) {
    Hysteresis hysteresis = new Hysteresis(settings);
    for (int i = 0; i < heard.size(); i++) {
      if (hysteresis.accept(heard.get(i)) == Hysteresis.Change.STARTED) {
        return i;
      }
    }
    return heard.size();
  }

  /** Where speech ends that was beyond doubt before. */
  private static int end(VadSettings settings, List<Double> heard) {
    Hysteresis hysteresis = new Hysteresis(settings);
    for (int i = 0; i < 20; i++) {
      hysteresis.accept(1);
    }
    assertThat(hysteresis.speaking()).isTrue();
    for (int i = 0; i < heard.size(); i++) {
      if (hysteresis.accept(heard.get(i)) == Hysteresis.Change.STOPPED) {
        return i;
      }
    }
    return heard.size();
  }
}
