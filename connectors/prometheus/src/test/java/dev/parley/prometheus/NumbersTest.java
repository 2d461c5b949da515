package dev.parley.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.frame.CutReason;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.CallEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NumbersTest {

  @Property
  void nanos_ofAnySpan_doNotOverflow(@ForAll long seconds, @ForAll @IntRange(max = 999) int nano) {
    long nanos = Nanos.of(Duration.ofSeconds(seconds, nano));

    assertThat(nanos).isBetween(-Nanos.MOST, Nanos.MOST);
    assertThat(Long.signum(nanos)).isEqualTo(Long.signum(seconds == 0 ? nano : seconds));
  }

  @Property
  void nanos_ofAnyPlace_areItsTime(
      @ForAll @LongRange(min = 0, max = 1L << 40) long sample,
      @ForAll @IntRange(min = 8_000, max = 48_000) int rate) {
    Position place = new Position(sample, rate);

    assertThat(Math.abs(Nanos.of(place) - place.toDuration().toNanos())).isLessThanOrEqualTo(1);
  }

  @Example
  void nanos_ofTheFurthestPlace_areCut() {
    assertThat(Nanos.of(new Position(Long.MAX_VALUE, 1))).isEqualTo(Nanos.MOST);
    assertThat(Nanos.of(new Position(Long.MAX_VALUE, Integer.MAX_VALUE))).isPositive();
  }

  @Property
  void call_withAnyTimes_isTakenWithoutAFault(
      @ForAll @LongRange(min = 0) long sample, @ForAll long seconds, @ForAll long cut) {
    Metrics metrics = new Metrics(MetricsSettings.defaults());
    Position place = new Position(sample, 8_000);
    Story call = new Story(metrics, "call-1").opened();
    Duration at = Duration.ofSeconds(seconds);
    metrics.record("call-1", at, caller(place, Position.start(8_000)));
    call.speaks(1, Story.FIRST);
    metrics.record("call-1", at, caller(Position.start(8_000), place));
    metrics.record(
        "call-1",
        Duration.ofSeconds(cut),
        new CallEvent.Interrupted(List.of(Story.FIRST), CutReason.BARGE_IN, at));
    call.closed(0);

    assertThat(Scraped.moved(metrics))
        .contains("interruptions_total{kind=\"true\"} 1.0")
        .noneMatch(line -> line.contains("sum -") || line.contains("NaN"));
  }

  @Example
  void words_keepNames_andNothingElse() {
    Words words = new Words(64);

    assertThat(words.of("invalid_value")).isEqualTo("invalid_value");
    assertThat(words.of("playout.cut")).isEqualTo("playout.cut");
    assertThat(words.of("webrtc-vad")).isEqualTo("webrtc-vad");
    assertThat(words.of("g711.in")).isEqualTo("g711.in");
    assertThat(
            Stream.of(
                "",
                "A",
                "two words",
                "a_1b2c3d",
                "a1.b2.c3.d4.e5",
                "x".repeat(49),
                "ü",
                "a_",
                "_a"))
        .allMatch(word -> words.of(word).equals(Words.OTHER));
    assertThat(words.known())
        .containsExactlyInAnyOrder("invalid_value", "playout.cut", "webrtc-vad", "g711.in");
  }

  @Example
  void settings_thatMakeNoSense_areRefused() {
    MetricsSettings good = MetricsSettings.defaults();

    assertThatThrownBy(() -> good.withMostCalls(0))
        .hasMessage("mostCalls must be 1 or more, got 0");
    assertThatThrownBy(() -> good.withMostWords(-1))
        .hasMessage("mostWords must be 1 or more, got -1");
    assertThatThrownBy(() -> good.withFalseSpeech(Duration.ofMillis(-1)))
        .hasMessage("falseSpeech must not be negative, got PT-0.001S");
    assertThatThrownBy(() -> good.withAnswerWithin(Duration.ZERO))
        .hasMessage("answerWithin must be positive, got PT0S");
  }

  private static CallEvent caller(Position at, Position detected) {
    return new CallEvent.Caller(new Signal.SpeechStarted(at, detected));
  }
}
