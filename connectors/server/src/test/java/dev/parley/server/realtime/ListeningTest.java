package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.turn.TurnSettings;
import dev.parley.audio.turn.TurnTuning;
import dev.parley.audio.vad.VadSettings;
import dev.parley.audio.vad.VadTuning;
import dev.parley.wire.session.TurnDetection.Eagerness;
import dev.parley.wire.session.TurnDetection.SemanticVad;
import dev.parley.wire.session.TurnDetection.ServerVad;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private static final VadSettings OWN = VadSettings.defaults();

  private static Listening server(double threshold, int silenceMillis) {
    return Listening.of(
        Optional.of(new ServerVad(threshold, 300, silenceMillis, OptionalInt.empty(), true, true)),
        OWN);
  }

  private static Listening semantic(Eagerness eagerness) {
    return Listening.of(Optional.of(new SemanticVad(eagerness, true, true)), OWN);
  }

  private static VadSettings vad(Listening listening) {
    return (VadSettings) listening.vad();
  }

  private static TurnSettings turns(Listening listening) {
    return (TurnSettings) listening.turns();
  }

  @Test
  void withoutDetection_bothAreOff() {
    Listening nobody = Listening.of(Optional.empty(), OWN);
    assertThat(nobody.vad()).isEqualTo(VadTuning.off());
    assertThat(nobody.turns()).isEqualTo(TurnTuning.off());
  }

  @Test
  void half_isTheDetectorsOwnPoint() {
    assertThat(server(0.5, 500).vad()).isEqualTo(OWN);
  }

  @Property
  void higherThreshold_asksForClearerSpeech(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    VadSettings lower = vad(server(Math.min(one, other), 500));
    VadSettings higher = vad(server(Math.max(one, other), 500));
    assertThat(higher.bias()).isLessThanOrEqualTo(lower.bias());
    assertThat(Double.isFinite(lower.bias())).isTrue();
    boolean within = Math.min(one, other) >= 0.01 && Math.max(one, other) <= 0.99;
    if (within && Math.abs(one - other) > 0.01) {
      assertThat(higher.bias()).isLessThan(lower.bias());
    }
  }

  @Test
  void silence_isWhatEndsATurn() {
    assertThat(turns(server(0.5, 700)).minWait()).isEqualTo(Duration.ofMillis(700));
    assertThat(turns(server(0.5, 700)).maxWait()).isEqualTo(Duration.ofMillis(700));
  }

  @Test
  void shortSilence_isNotWaitedForByASlowDetector() {
    assertThat(vad(server(0.5, 120)).minSilence()).isEqualTo(Duration.ofMillis(120));
    assertThat(vad(server(0.5, 700)).minSilence()).isEqualTo(OWN.minSilence());
  }

  @Test
  void eagerness_ordersTheWaits() {
    assertThat(turns(semantic(Eagerness.HIGH)).minWait())
        .isLessThan(turns(semantic(Eagerness.MEDIUM)).minWait());
    assertThat(turns(semantic(Eagerness.MEDIUM)).minWait())
        .isLessThan(turns(semantic(Eagerness.LOW)).minWait());
    assertThat(semantic(Eagerness.AUTO)).isEqualTo(semantic(Eagerness.MEDIUM));
  }
}
