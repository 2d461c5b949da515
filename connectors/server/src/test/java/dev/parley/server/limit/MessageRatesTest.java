package dev.parley.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.limit.Verdict.Refuse;
import dev.parley.server.limit.Verdict.Wait;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MessageRatesTest {

  private static final long MILLI = 1_000_000L;
  private static final long SECOND = 1_000 * MILLI;

  private final MessageRates rates = new MessageRates(MessageRateSettings.defaults(), 0);

  @Test
  void fiveHundredAtOnce_pass_andTheNextWaitsForItsTurn() {
    exhaust(0);
    assertThat(rates.message(0)).isEqualTo(new Wait(Duration.ofMillis(5)));
    assertThat(rates.message(5 * MILLI)).isEqualTo(Verdict.PASS);
  }

  @Test
  void twoHundredASecond_passForEver() {
    exhaust(0);
    for (long i = 1; i <= 100_000; i++) {
      assertThat(rates.message(i * 5 * MILLI)).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void flood_isSlowedDown_thenRefused() {
    exhaust(0);
    int passed = 0;
    long now = 0;
    Verdict verdict = rates.message(now);
    while (!(verdict instanceof Refuse)) {
      if (verdict instanceof Wait wait) {
        now += wait.span().toNanos();
      } else {
        passed++;
      }
      verdict = rates.message(now);
    }
    assertThat(Duration.ofNanos(now)).isEqualTo(Duration.ofSeconds(10));
    assertThat(passed).isEqualTo(2_000);
  }

  @Test
  void clientThatCalmsDown_isForgiven() {
    exhaust(0);
    for (int second = 0; second < 100; second += 2) {
      long now = second * SECOND;
      for (int i = 0; i < 600; i++) {
        assertThat(rates.message(now)).isNotInstanceOf(Refuse.class);
      }
      assertThat(rates.message(now)).isInstanceOf(Wait.class);
    }
  }

  @Test
  void withoutPatience_theFirstMessageTooMany_isRefused() {
    MessageRates strict =
        new MessageRates(
            MessageRateSettings.defaults().withMessages(new Rate(1, 1)).withPatience(Duration.ZERO),
            0);
    assertThat(strict.message(0)).isEqualTo(Verdict.PASS);
    assertThat(strict.message(0)).isInstanceOf(Refuse.class);
  }

  @Test
  void reasons_fitIntoACloseFrame() {
    MessageRates strict =
        new MessageRates(MessageRateSettings.defaults().withPatience(Duration.ZERO), 0);
    assertThat(refusal(() -> strict.message(0))).hasSizeLessThanOrEqualTo(123);
  }

  @Test
  void oneLongMessage_passes_andItsDebtIsPaidInTime() {
    Duration long5 = Duration.ofMinutes(5);
    assertThat(rates.audio(long5, 0)).isEqualTo(Verdict.PASS);
    // 300 s of audio on a burst of 200 s leave 100 s of debt, 5 s at twenty times real time
    Wait wait = (Wait) rates.audio(Duration.ofMillis(20), 0);
    assertThat(wait.span()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_001));
    assertThat(rates.audio(Duration.ofMillis(20), wait.span().toNanos())).isEqualTo(Verdict.PASS);
  }

  @Test
  void longestMessageThereCanBe_passes() {
    assertThat(rates.audio(Duration.ofDays(10), 0)).isEqualTo(Verdict.PASS);
  }

  @Property
  void audio_isNeverRefused_andNeverMoreThanTheSpeedAllows(
      @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 40) Integer> gaps) {
    MessageRates fresh = new MessageRates(MessageRateSettings.defaults(), 0);
    Duration each = Duration.ofSeconds(2);
    Duration heard = Duration.ZERO;
    long now = 0;
    for (int gap : gaps) {
      now += gap * MILLI;
      Verdict verdict = fresh.audio(each, now);
      assertThat(verdict).isNotInstanceOf(Refuse.class);
      if (verdict instanceof Verdict.Pass) {
        heard = heard.plus(each);
      }
      Duration allowed = Duration.ofSeconds(200).plus(Duration.ofNanos(20 * now)).plus(each);
      assertThat(heard).isLessThanOrEqualTo(allowed);
    }
  }

  @Test
  void badSettings_areRefused_byName() {
    MessageRateSettings good = MessageRateSettings.defaults();
    assertThatThrownBy(() -> good.withAudioSpeed(0)).hasMessageContaining("audioSpeed");
    assertThatThrownBy(() -> good.withAudioSpeed(1_001)).hasMessageContaining("audioSpeed");
    assertThatThrownBy(() -> good.withAudioSpan(Duration.ZERO)).hasMessageContaining("audioSpan");
    assertThatThrownBy(() -> good.withAudioSpeed(500)).hasMessageContaining("4000 s");
    assertThatThrownBy(() -> good.withPatience(Duration.ofNanos(-1)))
        .hasMessageContaining("patience");
  }

  private static String refusal(Supplier<Verdict> ask) {
    return Stream.generate(ask)
        .filter(Refuse.class::isInstance)
        .map(verdict -> ((Refuse) verdict).reason())
        .findFirst()
        .orElseThrow();
  }

  private void exhaust(long now) {
    for (int i = 0; i < 500; i++) {
      assertThat(rates.message(now)).isEqualTo(Verdict.PASS);
    }
  }
}
