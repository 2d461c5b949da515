package dev.parley.audio.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "-1, 500, 1000, minWait",
    "501, 500, 1000, minWait",
    "0, 0, 0, maxTurn",
    "0, 0, -1, maxTurn"
  })
  void wrongValues_areRefused(long minWait, long maxWait, long maxTurn, String name) {
    assertThatThrownBy(() -> settings(minWait, maxWait, maxTurn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void noWaitAtAll_isAllowed() {
    assertThat(settings(0, 0, 1).minWait()).isZero();
  }

  @Test
  void eagerness_isAShorterWait() {
    TurnSettings low = TurnSettings.of(Eagerness.LOW);
    TurnSettings medium = TurnSettings.of(Eagerness.MEDIUM);
    TurnSettings high = TurnSettings.of(Eagerness.HIGH);
    assertThat(high.minWait()).isLessThan(medium.minWait());
    assertThat(medium.minWait()).isLessThan(low.minWait());
    assertThat(high.maxWait()).isLessThan(medium.maxWait());
    assertThat(medium.maxWait()).isLessThan(low.maxWait());
  }

  private static TurnSettings settings(long minWait, long maxWait, long maxTurn) {
    return new TurnSettings(
        Duration.ofMillis(minWait), Duration.ofMillis(maxWait), Duration.ofMillis(maxTurn));
  }
}
