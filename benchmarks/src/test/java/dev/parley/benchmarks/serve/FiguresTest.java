package dev.parley.benchmarks.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.benchmarks.serve.ServeSettings.Part;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void median_isTheOneInTheMiddle() {
    assertThat(Medians.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(Medians.median(List.of(1.0, 2.0, 4.0, 9.0))).isEqualTo(3);
    assertThat(Medians.median(List.of())).isNaN();
  }

  @Test
  void ratio_isTakenRoundByRound() {
    assertThat(Medians.ratio(List.of(3.0, 30.0, 8.0), List.of(2.0, 20.0, 4.0))).isEqualTo(1.5);
  }

  @Test
  void slope_isWhatOneMoreCosts() {
    assertThat(Medians.slope(100, 5_000, 500, 25_000)).isEqualTo(50);
  }

  @Test
  void milliCores_areThousandthsOfACoreASession() {
    LoadReport report =
        new LoadReport(0, 10, new Spread(0, 0, 0, 0), 0, new Usage(/* cpu= */ 2, 0));
    assertThat(report.milliCores(100)).isEqualTo(2);
  }

  @Test
  void lateSendsOrABusyCore_areSaidToDisturb() {
    Spread inTime = new Spread(1, 0, 20_000, 90_000);
    assertThat(new LoadReport(0, 10, inTime, 0, new Usage(2, 4)).isDisturbed()).isFalse();
    assertThat(new LoadReport(0, 10, inTime, 0, new Usage(2, 4.1)).isDisturbed()).isTrue();
    Spread late = new Spread(1, 0, 20_001, 90_000);
    assertThat(new LoadReport(0, 10, late, 0, new Usage(2, 2)).isDisturbed()).isTrue();
  }

  @Test
  void busyCore_isEverythingButIdleAndWaitingForDisks() {
    List<String> stat =
        List.of(
            "cpu  9 9 9 9 9 9 9 9 0 0",
            "cpu0 1 1 1 1 1 1 1 1 0 0",
            "cpu1 100 20 30 4000 500 6 7 37 0 0");
    assertThat(Usage.busy(stat, 1)).isEqualTo(2);
    assertThat(Usage.busy(stat, 7)).isZero();
    assertThat(new Usage(5, 3).since(new Usage(2, 1))).isEqualTo(new Usage(3, 2));
  }

  @Test
  void spread_isInMicrosecondsAndTakesEarlyForInTime() {
    Histogram times = Spread.histogram();
    Spread.add(times, -5);
    Spread.add(times, 50_000);
    assertThat(Spread.of(times)).isEqualTo(new Spread(2, 0, 50, 50));
    assertThat(Spread.of(Spread.histogram()).toString()).isEqualTo("none");
  }

  @Test
  void interruption_countsOldAudioFromTheVoiceAndFromTheDecision() {
    // 48 bytes a millisecond: 100 ms had come by the third frame, and 250 ms came in all
    Interruption one = new Interruption(0, 4, List.of(0L, 2_400L, 4_800L, 7_200L), 12_000, 0, 0);
    assertThat(one.oldSinceVoice()).isEqualTo(250);
    assertThat(one.oldSinceDecision(3)).isEqualTo(150);
    assertThat(one.oldSinceDecision(9)).isEqualTo(100);
  }

  @Test
  void settings_areReadFromArguments() {
    ServeSettings settings =
        ServeSettings.parse(
            List.of("--sessions", "7", "--seconds", "3", "--rounds", "2", "--only", "cpu,heap"));
    assertThat(settings.sessions()).isEqualTo(7);
    assertThat(settings.span()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.rounds()).isEqualTo(2);
    assertThat(settings.parts()).containsExactlyInAnyOrder(Part.CPU, Part.HEAP);
  }

  @Test
  void badArguments_areRefusedByName() {
    assertThatThrownBy(() -> ServeSettings.parse(List.of("--only", "all")))
        .hasMessageContaining("--only takes some of");
    assertThatThrownBy(() -> ServeSettings.parse(List.of("--sessions", "many")))
        .hasMessageContaining("--sessions takes a whole number");
    assertThatThrownBy(() -> ServeSettings.parse(List.of("--sessions")))
        .hasMessageContaining("needs a value");
    assertThatThrownBy(() -> ServeSettings.parse(List.of("--speed", "1")))
        .hasMessageContaining("options are");
    assertThatThrownBy(() -> ServerKind.of("jetty")).hasMessageContaining("netty-echo");
  }
}
