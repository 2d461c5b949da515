package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.vad.VadSettings;
import dev.parley.wire.session.TurnDetection.Eagerness;
import dev.parley.wire.session.TurnDetection.SemanticVad;
import dev.parley.wire.session.TurnDetection.ServerVad;
import java.time.Duration;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private static final VadSettings OWN = VadSettings.defaults();

  private static Listening server(double threshold, int silenceMillis) {
    return Listening.of(
        new ServerVad(threshold, 300, silenceMillis, OptionalInt.empty(), true, true), OWN);
  }

  private static Listening semantic(Eagerness eagerness) {
    return Listening.of(new SemanticVad(eagerness, true, true), OWN);
  }

  @Test
  void half_isTheDetectorsOwnPoint() {
    assertThat(server(0.5, 500).vad()).isEqualTo(OWN);
  }

  @Property
  void higherThreshold_asksForClearerSpeech(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    VadSettings lower = server(Math.min(one, other), 500).vad();
    VadSettings higher = server(Math.max(one, other), 500).vad();
    assertThat(higher.bias()).isLessThanOrEqualTo(lower.bias());
    assertThat(Double.isFinite(lower.bias())).isTrue();
    if (Math.abs(one - other) > 0.01 && Math.min(one, other) >= 0.01) {
      if (Math.max(one, other) <= 0.99) {
        assertThat(higher.bias()).isLessThan(lower.bias());
      }
    }
  }

  @Test
  void silence_isWhatEndsATurn() {
    assertThat(server(0.5, 700).turns().minWait()).isEqualTo(Duration.ofMillis(700));
    assertThat(server(0.5, 700).turns().maxWait()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void shortSilence_isNotWaitedForByASlowDetector() {
    assertThat(server(0.5, 120).vad().minSilence()).isEqualTo(Duration.ofMillis(120));
    assertThat(server(0.5, 700).vad().minSilence()).isEqualTo(OWN.minSilence());
  }

  @Test
  void eagerness_ordersTheWaits() {
    assertThat(semantic(Eagerness.HIGH).turns().minWait())
        .isLessThan(semantic(Eagerness.MEDIUM).turns().minWait());
    assertThat(semantic(Eagerness.MEDIUM).turns().minWait())
        .isLessThan(semantic(Eagerness.LOW).turns().minWait());
    assertThat(semantic(Eagerness.AUTO)).isEqualTo(semantic(Eagerness.MEDIUM));
  }
}
