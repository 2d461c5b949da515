package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokensTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Test
  void newKey_hasItsForm() {
    ApiKey key = ApiKey.generate(RANDOM);
    assertThat(key.secret().text()).matches("sk-parley-[A-Za-z0-9]{49}");
    assertThat(key.hash()).isEqualTo(SecretHash.of(key.secret().text()));
    assertThat(Tokens.intact("sk-parley-", key.secret().text())).isTrue();
  }

  @Test
  void smallestAndLargestNumber_haveTheSameLength() {
    assertThat(Tokens.make("x", filled((byte) 0)).text()).startsWith("x" + "0".repeat(43));
    assertThat(Tokens.make("x", filled((byte) -1)).text()).hasSize(50);
  }

  @Test
  void newKeys_differ() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      assertThat(seen.add(ApiKey.generate(RANDOM).secret().text())).isTrue();
    }
  }

  @Property
  void keyWithOneWrongCharacter_isNotIntact(
      @ForAll @IntRange(min = 0, max = 58) int at, @ForAll char other) {
    StringBuilder text = new StringBuilder(ApiKey.generate(RANDOM).secret().text());
    boolean same = text.charAt(at) == other;
    text.setCharAt(at, other);
    assertThat(Tokens.intact("sk-parley-", text.toString())).isEqualTo(same);
  }

  @Property
  void keyThatWasCut_isNotIntact(@ForAll @IntRange(min = 0, max = 58) int length) {
    String text = ApiKey.generate(RANDOM).secret().text();
    assertThat(Tokens.intact("sk-parley-", text.substring(0, length))).isFalse();
    assertThat(Tokens.intact("ek_", text)).isFalse();
  }

  private static SecureRandom filled(byte value) {
    return new SecureRandom() {
      @Override
      public void nextBytes(byte[] bytes) {
        java.util.Arrays.fill(bytes, value);
      }
    };
  }
}
