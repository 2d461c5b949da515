package dev.parley.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.twilio.signature.AuthTokens;
import dev.parley.twilio.sim.SimSettings;
import org.junit.jupiter.api.Test;

class TwilioSettingsTest {

  @Test
  void tokens_stayHidden() {
    TwilioSettings settings =
        TwilioSettings.of(Phone.BASE, AuthTokens.of(Phone.TOKEN).withPrevious("the-old-one"));
    assertThat(settings + "" + SimSettings.of(Phone.BASE, Phone.TOKEN))
        .doesNotContain(Phone.TOKEN)
        .doesNotContain("the-old-one")
        .doesNotContain("+1500");
  }

  @Test
  void emptyToken_isRefused() {
    assertThatThrownBy(() -> AuthTokens.of(" "))
        .hasMessageContaining("copy it from the Twilio console");
  }

  @Test
  void seats_areGivenBackOnce() {
    TwilioSeats seats = TwilioSeats.of(2);
    Runnable first = seats.take().orElseThrow();
    assertThat(seats.take()).isPresent();
    assertThat(seats.take()).isEmpty();
    first.run();
    first.run();
    assertThat(seats.take()).isPresent();
    assertThat(seats.isFree()).isFalse();
  }
}
