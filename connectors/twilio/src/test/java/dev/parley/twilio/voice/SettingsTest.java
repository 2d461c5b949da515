package dev.parley.twilio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"555", "+0123", "+1 500 555", "+155555555555555555", "sip:x@y", ""})
  void numberThatIsNone_isRefused_withoutRepeatingIt(String number) {
    assertThatThrownBy(() -> TransferSettings.none().with("sales", number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a telephone number must be written as +15551234567 (E.164): plus, country, number");
  }

  @Test
  void numbers_stayHidden() {
    TransferSettings transfers =
        TransferSettings.none().with("sales", "+15005550006").withCallerId("+15005550007");
    assertThat(
            VoiceSettings.defaults().withTransfers(transfers).toString()
                + new Ending.Transfer("+15005550006")
                + new VoiceRequest("", Map.of("From", List.of("+15005550006")), Map.of()))
        .doesNotContain("+1500");
  }

  @Test
  void settingsThatCannotWork_areRefused() {
    VoiceSettings good = VoiceSettings.defaults();
    assertThatThrownBy(() -> good.withBusy(" ")).hasMessageContaining("busy must be");
    assertThatThrownBy(() -> good.withRetries(9)).hasMessageContaining("retries must be 0 to 5");
    assertThatThrownBy(() -> good.withTicketLife(Duration.ZERO))
        .hasMessageContaining("ticketLife must be");
    assertThatThrownBy(() -> TransferSettings.none().with("a b", "+15005550006"))
        .hasMessageContaining("a transfer's name");
  }

  @Test
  void endings_areToldOnce_andForgotten() {
    AtomicLong now = new AtomicLong();
    Endings endings = new Endings(now::get);
    endings.note("CA1", new Ending.Over());
    endings.note("CA2", new Ending.Broken());
    assertThat(endings.take("CA1")).contains(new Ending.Over());
    assertThat(endings.take("CA1")).isEmpty();
    now.addAndGet(Duration.ofMinutes(6).toNanos());
    assertThat(endings.take("CA2")).isEmpty();
  }

  @Test
  void endings_ofTooManyCalls_forgetTheOldest() {
    Endings endings = new Endings(() -> 0);
    for (int i = 0; i < 10_001; i++) {
      endings.note("CA" + i, new Ending.Over());
    }
    assertThat(endings.take("CA0")).isEmpty();
    assertThat(endings.take("CA10000")).isPresent();
  }
}
