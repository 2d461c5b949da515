package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {

  private static final String ONE = "a-key-of-my-own-1";
  private static final String TWO = "a-key-of-my-own-2";
  private static final ApiKey MADE = ApiKey.generate(new SecureRandom());

  @Test
  void plainAndHashedKeys_areFound() {
    ApiKeys keys =
        new ApiKeys(
            List.of(
                Account.of("alice", List.of(ONE, MADE.hash().encoded())),
                Account.of("bob", List.of(TWO)).withSessionsAtOnce(3)),
            100);
    assertThat(keys.find(new Secret(ONE))).contains(new Principal("alice", 100));
    assertThat(keys.find(MADE.secret())).contains(new Principal("alice", 100));
    assertThat(keys.find(new Secret(TWO))).contains(new Principal("bob", 3));
    assertThat(keys.find(new Secret("a-key-of-my-own-3"))).isEmpty();
    assertThat(keys.find(new Secret(MADE.hash().encoded()))).isEmpty();
    assertThat(keys).hasToString("ApiKeys[3 keys]");
  }

  @Property
  void nothingElse_isFound(@ForAll String text) {
    ApiKeys keys = new ApiKeys(List.of(Account.of("alice", List.of(ONE, TWO))), 1);
    assertThat(keys.find(new Secret(text)).isPresent())
        .isEqualTo(text.equals(ONE) || text.equals(TWO));
  }

  @Test
  void noKeys_areEnoughOnLoopback_andNowhereElse() {
    ApiKeys none = new ApiKeys(List.of(), 1);
    assertThat(none.isEmpty()).isTrue();
    assertThat(none.refusal(Heads.LOOPBACK)).isEmpty();
    assertThat(none.refusal(Heads.address("::1"))).isEmpty();
    assertThat(none.refusal(Heads.address("0.0.0.0")))
        .contains(
            "The server would listen on 0.0.0.0 without any API key, open to everyone who can"
                + " reach it: list a key in the configuration, or listen on 127.0.0.1.");
  }

  @Test
  void developmentKey_worksOnLoopback_andNowhereElse() {
    ApiKeys keys = new ApiKeys(List.of(Account.development("dev", List.of("test-key"))), 1);
    assertThat(keys.find(new Secret("test-key"))).isPresent();
    assertThat(keys.refusal(Heads.LOOPBACK)).isEmpty();
    assertThat(keys.refusal(Heads.PUBLIC).orElseThrow()).contains("for development only");
  }

  @Test
  void longKey_isEnoughEverywhere() {
    ApiKeys keys = new ApiKeys(List.of(Account.of("alice", List.of(ONE))), 1);
    assertThat(keys.refusal(Heads.PUBLIC)).isEmpty();
  }

  @Test
  void sharedKeysAndNames_areRefused() {
    assertThatThrownBy(
            () ->
                new ApiKeys(
                    List.of(Account.of("a", List.of(ONE)), Account.of("b", List.of(ONE))), 1))
        .hasMessage("Accounts a and b have the same key: give each its own.");
    assertThatThrownBy(
            () ->
                new ApiKeys(
                    List.of(Account.of("a", List.of(ONE)), Account.of("a", List.of(TWO))), 1))
        .hasMessage("Account a is there twice: put its keys into one.");
  }

  @Test
  void keysOfAnAccount_areOneOrTwo() {
    assertThatThrownBy(() -> Account.of("a", List.of())).hasMessageContaining("it has 0.");
    assertThatThrownBy(() -> Account.of("a", List.of(ONE, TWO, ONE + TWO)))
        .hasMessageContaining("it has 3.");
    assertThatThrownBy(() -> Account.of("a", List.of(ONE, ONE)))
        .hasMessage("Account a has the same key twice.");
    assertThatThrownBy(() -> Account.of("a", List.of(ONE)).withSessionsAtOnce(0))
        .hasMessageContaining("at least 1, got 0");
  }

  @Test
  void shortKey_isForDevelopmentOnly() {
    assertThatThrownBy(() -> Account.of("a", List.of("fifteen-letters")))
        .hasMessageContaining("fewer than 16 characters")
        .hasMessageNotContaining("fifteen-letters");
    assertThat(Account.of("a", List.of("sixteen--letters")).keys()).hasSize(1);
    assertThatThrownBy(() -> Account.development("a", List.of("")))
        .hasMessageContaining("fewer than 1 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ek_0123456789abcdef",
        "spaces are not for keys",
        "commas,are,not,for,keys",
        "schlüssel-mit-umlaut",
        "sk-parley-0123456789abcdef",
        "sha256:0123456789abcdef"
      })
  void keyThatCannotWork_isRefused_withoutRepeatingIt(String key) {
    assertThatThrownBy(() -> Account.of("a", List.of(key)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "loopback", "a b", "a\nb", "ä"})
  void badName_isRefused(String name) {
    assertThatThrownBy(() -> Account.of(name, List.of(ONE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name");
  }

  @Test
  void principal_checksItself() {
    assertThatThrownBy(() -> new Principal("a b", 1)).hasMessageContaining("letters");
    assertThatThrownBy(() -> new Principal("a", 0)).hasMessageContaining("sessionsAtOnce");
  }
}
