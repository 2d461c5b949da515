package dev.parley.twilio.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.engine.playout.Ear;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineSettingsTest {

  private final LineSettings good = LineSettings.defaults();

  @Test
  void playout_isPacedWithALead_andHeardByMarks() {
    assertThat(good.playout().ear()).isEqualTo(Ear.ACKED);
    assertThat(good.playout().markEvery()).isEqualTo(Duration.ofMillis(100));
    assertThat(good.playout().earTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(good.playout().canHold()).isTrue();
  }

  @Test
  void settingsThatCannotWork_areRefused_byName() {
    assertThatThrownBy(() -> good.withLead(Duration.ZERO)).hasMessageContaining("lead must be");
    assertThatThrownBy(() -> good.withSilence(Duration.ZERO)).hasMessageContaining("silence");
    assertThatThrownBy(() -> good.withMaximum(Duration.ofDays(2))).hasMessageContaining("maximum");
    assertThatThrownBy(() -> good.withStartWithin(Duration.ZERO))
        .hasMessageContaining("startWithin");
    assertThatThrownBy(() -> good.withLastWords(Duration.ofHours(1)))
        .hasMessageContaining("lastWords");
    assertThatThrownBy(() -> good.withGoodbye("")).hasMessageContaining("goodbye");
    assertThatThrownBy(() -> good.withMostBad(0)).hasMessageContaining("mostBad");
    assertThatThrownBy(
            () -> good.withPrompt(new LineSettings.Prompt(Duration.ofMinutes(1), "Hello?")))
        .hasMessageContaining("prompt.after must be less than silence");
    assertThatThrownBy(() -> KeySettings.defaults().withPause(Duration.ZERO))
        .hasMessageContaining("keys.pause");
  }

  @Test
  void words_stayHidden() {
    LineSettings spoken =
        good.withGoodbye("secret words")
            .withPrompt(new LineSettings.Prompt(Duration.ofSeconds(9), "secret words"));
    assertThat(spoken + spoken.prompt().toString()).doesNotContain("secret");
  }
}
