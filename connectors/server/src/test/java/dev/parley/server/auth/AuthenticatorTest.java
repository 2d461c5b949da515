package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.auth.Minting.Minted;
import dev.parley.server.auth.Outcome.Admitted;
import dev.parley.server.auth.Outcome.Denied;
import dev.parley.server.limit.Refusal;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuthenticatorTest {

  private static final String KEY = "a-key-of-my-own-1";
  private static final Principal ALICE = new Principal("alice", 100);
  private static final BoundSession SESSION =
      new BoundSession(SessionKind.TRANSCRIPTION, "m", "{}", Optional.empty());
  private static final AuthSettings WITH_KEY =
      AuthSettings.defaults().withAccounts(List.of(Account.of("alice", List.of(KEY))));

  private final HandClock clock = new HandClock();
  private final ClientSecrets secrets =
      new ClientSecrets(ClientSecretSettings.defaults(), new SecureRandom(), clock);

  @ParameterizedTest
  @EnumSource(Purpose.class)
  void rightKey_isAdmitted_asItsAccount(Purpose purpose) {
    assertThat(server(WITH_KEY).admit(with(KEY), purpose))
        .isEqualTo(new Admitted(ALICE, Optional.empty()));
  }

  @Test
  void wrongKey_isUnknown_andMissingOneIsMissed() {
    Authenticator server = server(WITH_KEY);
    Refusal wrong = denied(server.admit(with("wrong"), Purpose.SESSION));
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("invalid_api_key");
    Refusal missing = denied(server.admit(with(), Purpose.SESSION));
    assertThat(missing.status()).isEqualTo(401);
    assertThat(missing.code()).isEqualTo("missing_api_key");
  }

  @Test
  void loopbackWithoutKeys_admitsEveryone_withAnyKeyOrNone() {
    Authenticator server = server(AuthSettings.defaults());
    Outcome everyone = new Admitted(new Principal("loopback", 100), Optional.empty());
    assertThat(server.admit(with(), Purpose.SESSION)).isEqualTo(everyone);
    assertThat(server.admit(with("sk-whatever"), Purpose.MANAGE)).isEqualTo(everyone);
  }

  @Test
  void loopbackWithoutKeys_stillChecksClientSecrets() {
    Authenticator server = server(AuthSettings.defaults());
    Minted minted = mint();
    assertThat(server.admit(with(minted.value().text()), Purpose.SESSION))
        .isEqualTo(new Admitted(ALICE, Optional.of(SESSION)));
    assertThat(denied(server.admit(with("ek_made_up"), Purpose.SESSION)).status()).isEqualTo(401);
  }

  @Test
  void loopbackWithoutKeys_admitsNobodyFromElsewhere() {
    Authenticator server = server(AuthSettings.defaults());
    RequestHead elsewhere = Heads.from(Heads.PUBLIC, "/", "Host", "localhost");
    assertThat(denied(server.admit(elsewhere, Purpose.SESSION)).status()).isEqualTo(401);
  }

  @Test
  void openServerOnAnotherAddress_doesNotStart() {
    assertThatThrownBy(() -> server(AuthSettings.defaults(), Heads.PUBLIC))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without any API key");
  }

  @Test
  void clientSecret_opensItsSession_andNothingElse() {
    Authenticator server = server(WITH_KEY);
    RequestHead head =
        Heads.head(
            "Host",
            "localhost",
            "Sec-WebSocket-Protocol",
            "realtime, openai-insecure-api-key." + mint().value().text());
    assertThat(server.admit(head, Purpose.SESSION))
        .isEqualTo(new Admitted(ALICE, Optional.of(SESSION)));
    Refusal refusal = denied(server.admit(head, Purpose.MANAGE));
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.code()).isEqualTo("insufficient_permissions");
  }

  @Test
  void oldClientSecret_isNotAGuess() {
    Authenticator server = server(WITH_KEY);
    String old = mint().value().text();
    clock.pass(Duration.ofMinutes(10));
    for (int i = 0; i < 50; i++) {
      Refusal refusal = denied(server.admit(with(old), Purpose.SESSION));
      assertThat(refusal.status()).isEqualTo(401);
      assertThat(refusal.message()).contains("expired");
    }
    assertThat(server.admit(with(KEY), Purpose.SESSION)).isInstanceOf(Admitted.class);
  }

  @Test
  void eleventhGuess_isOneTooMany_andTheRightKeyPassesAllTheSame() {
    Authenticator server = server(WITH_KEY);
    for (int i = 0; i < 10; i++) {
      String guess = i % 2 == 0 ? "guess-" + i : "ek_guess-" + i;
      assertThat(denied(server.admit(with(guess), Purpose.SESSION)).status()).isEqualTo(401);
    }
    Refusal refusal = denied(server.admit(with("guess-11"), Purpose.SESSION));
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(server.admit(with(KEY), Purpose.SESSION)).isInstanceOf(Admitted.class);
    assertThat(denied(server.admit(with("guess-12"), Purpose.SESSION)).status())
        .as("a right key forgives nothing")
        .isEqualTo(429);
    assertThat(denied(server.admit(from(Heads.PUBLIC, "guess"), Purpose.SESSION)).status())
        .as("another address")
        .isEqualTo(401);
    clock.pass(Duration.ofMinutes(1));
    assertThat(denied(server.admit(with("guess-13"), Purpose.SESSION)).status()).isEqualTo(401);
  }

  @Test
  void missingAndMalformedKeys_areNotGuesses() {
    Authenticator server = server(WITH_KEY);
    for (int i = 0; i < 50; i++) {
      server.admit(with(), Purpose.SESSION);
      server.admit(Heads.head("Host", "localhost", "Authorization", "Basic x"), Purpose.SESSION);
      server.admit(
          Heads.from(Heads.LOOPBACK, "/?api-key=" + KEY, "Host", "localhost"), Purpose.SESSION);
    }
    assertThat(server.admit(with(KEY), Purpose.SESSION)).isInstanceOf(Admitted.class);
  }

  @Test
  void foreignNameOrPage_isRefused_evenWithTheRightKey() {
    Authenticator server = server(WITH_KEY);
    String bearer = "Bearer " + KEY;
    RequestHead rebound = Heads.head("Host", "evil.example", "Authorization", bearer);
    assertThat(denied(server.admit(rebound, Purpose.SESSION)).code()).isEqualTo("host_not_allowed");
    RequestHead page =
        Heads.head("Host", "localhost", "Origin", "https://evil.example", "Authorization", bearer);
    Refusal refusal = denied(server.admit(page, Purpose.SESSION));
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.code()).isEqualTo("origin_not_allowed");
  }

  @Test
  void listedNamesAndPages_areLetIn() {
    Authenticator server =
        server(
            WITH_KEY
                .withHosts(List.of("api.example"))
                .withOrigins(List.of("https://app.example"))
                .withSecrets(ClientSecretSettings.defaults())
                .withFailures(AuthFailureSettings.defaults()));
    RequestHead page =
        Heads.head("Host", "api.example", "Origin", "https://app.example", "api-key", KEY);
    assertThat(server.admit(page, Purpose.SESSION)).isInstanceOf(Admitted.class);
  }

  private Authenticator server(AuthSettings settings) {
    return server(settings, Heads.LOOPBACK);
  }

  private Authenticator server(AuthSettings settings, InetAddress bind) {
    return new Authenticator(settings, bind, 100, secrets, clock::nanos);
  }

  private Minted mint() {
    return (Minted) secrets.mint(ALICE, SESSION, OptionalLong.empty());
  }

  private static RequestHead with() {
    return Heads.head("Host", "localhost:8080");
  }

  private static RequestHead with(String key) {
    return from(Heads.LOOPBACK, key);
  }

  private static RequestHead from(InetAddress remote, String key) {
    return Heads.from(remote, "/", "Host", "localhost:8080", "Authorization", "Bearer " + key);
  }

  private static Refusal denied(Outcome outcome) {
    return ((Denied) outcome).refusal();
  }
}
