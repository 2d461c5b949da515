package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.auth.Minting.Minted;
import dev.parley.server.limit.Refusal;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plants a canary wherever a secret or a session can be, and looks for it in what is printed. */
class SecretsStayHiddenTest {

  private static final String CANARY = "canary-0123456789abcdef";
  private static final String HASH = SecretHash.of(CANARY).encoded();
  private static final Secret SECRET = new Secret(CANARY);
  private static final Principal ALICE = new Principal("alice", 1);
  private static final BoundSession SESSION =
      new BoundSession(
          SessionKind.REALTIME,
          "m",
          "{\"instructions\":\"" + CANARY + "\"}",
          Optional.of(Duration.ofMinutes(1)));
  private static final Grant GRANT = new Grant(ALICE, SESSION, Instant.EPOCH);
  private static final Account ACCOUNT = Account.of("alice", List.of(CANARY));
  private static final RequestHead HEAD =
      Heads.from(
          Heads.LOOPBACK,
          "/?api-key=" + CANARY,
          "Host",
          "localhost",
          "api-key",
          CANARY,
          "Authorization",
          "Bearer " + CANARY);

  /** Everything that can hold a secret. */
  static List<Object> holders() {
    ClientSecrets secrets =
        new ClientSecrets(
            ClientSecretSettings.defaults(), new SecureRandom(), InstantSource.system());
    secrets.mint(ALICE, SESSION, OptionalLong.empty());
    AuthSettings settings = AuthSettings.defaults().withAccounts(List.of(ACCOUNT));
    return List.of(
        SECRET,
        SECRET.hash(),
        new ApiKey(SECRET),
        ACCOUNT,
        settings,
        new ApiKeys(List.of(ACCOUNT), 1),
        SESSION,
        GRANT,
        new Minted(SECRET, GRANT),
        secrets,
        HEAD,
        new Presented.Key(SECRET),
        Credentials.presented(HEAD),
        new Outcome.Admitted(ALICE, Optional.of(SESSION)),
        new Authenticator(settings, Heads.LOOPBACK, 1, secrets, () -> 0L));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void printed_itShowsNothing(Object holder) {
    assertThat(holder.toString())
        .doesNotContain(CANARY)
        .doesNotContain(HASH)
        .doesNotContain(HASH.substring(SecretHash.PREFIX.length()));
  }

  /** A record that is new is either in the list above or has nothing to hide. */
  @Test
  void everyRecord_isLookedAt() throws IOException, URISyntaxException {
    Set<Class<?>> harmless =
        Set.of(
            Principal.class,
            Share.class,
            ClientSecretSettings.class,
            AuthFailureSettings.class,
            Authority.class,
            HostPattern.class,
            WebOrigin.class,
            Minting.Refused.class,
            Outcome.Denied.class,
            Presented.Nothing.class,
            Presented.Unusable.class);
    Set<Class<?>> looked = holders().stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(records())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            type ->
                assertThat(looked.contains(type) || harmless.contains(type))
                    .as("%s is neither tested nor harmless", type)
                    .isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha256:", "ek_", "sk-parley-", "with space ", "with,comma,", "ä"})
  void configurationErrors_doNotRepeatTheKey(String prefix) {
    assertThatThrownBy(() -> Account.of("alice", List.of(prefix + CANARY)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> Account.of("canary key", List.of(CANARY)))
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> new ApiKeys(List.of(ACCOUNT, Account.of("b", List.of(CANARY))), 1))
        .hasMessageNotContaining("canary");
  }

  @Test
  void refusals_doNotRepeatWhatWasSent() {
    AuthSettings settings =
        AuthSettings.defaults().withAccounts(List.of(Account.of("a", List.of("0123456789abcdef"))));
    ClientSecrets secrets =
        new ClientSecrets(
            ClientSecretSettings.defaults(), new SecureRandom(), InstantSource.system());
    Authenticator server = new Authenticator(settings, Heads.LOOPBACK, 1, secrets, () -> 0L);
    Stream.of(
            HEAD,
            Heads.head("Host", CANARY),
            Heads.head("Host", "localhost", "Origin", "https://" + CANARY),
            Heads.head("Host", "localhost", "api-key", CANARY),
            Heads.head("Host", "localhost", "api-key", "ek_" + CANARY),
            Heads.head("Host", "localhost", "api-key", CANARY, "Authorization", "Bearer x"),
            Heads.head("Host", "localhost", "Authorization", CANARY))
        .forEach(
            head -> {
              Outcome outcome = server.admit(head, Purpose.SESSION);
              assertThat(outcome).isInstanceOf(Outcome.Denied.class);
              Refusal refusal = ((Outcome.Denied) outcome).refusal();
              assertThat(outcome.toString() + refusal.json() + refusal.headers())
                  .doesNotContain(CANARY);
            });
  }

  private static List<Class<?>> records() throws IOException, URISyntaxException {
    Path classes =
        Path.of(Authenticator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve(Authenticator.class.getPackageName().replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .filter(Class::isRecord)
          .filter(type -> !java.lang.reflect.Modifier.isPrivate(type.getModifiers()))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(Authenticator.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
