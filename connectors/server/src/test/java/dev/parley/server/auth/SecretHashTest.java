package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretHashTest {

  /** The example of FIPS 180-2, B.1. */
  private static final String ABC =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void hash_isSha256() {
    assertThat(SecretHash.of("abc").encoded()).isEqualTo(ABC);
    assertThat(SecretHash.parse(ABC)).isEqualTo(SecretHash.of("abc"));
    assertThat(SecretHash.parse(ABC.replace('a', 'A').replace("shA", "sha")))
        .isEqualTo(SecretHash.of("abc"));
  }

  @Property
  void whatIsEncoded_isParsed(@ForAll String secret) {
    SecretHash hash = SecretHash.of(secret);
    assertThat(SecretHash.parse(hash.encoded())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(hash).isNotEqualTo(SecretHash.of(secret + "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256:", "sha256:ba78", "ba78", "sha256:g"})
  void otherText_isRefused_withoutRepeatingIt(String text) {
    assertThatThrownBy(() -> SecretHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A hashed key reads sha256: and 64 hex digits.");
    assertThatThrownBy(() -> SecretHash.parse(ABC.replace('b', 'x')))
        .hasMessage("A hashed key reads sha256: and 64 hex digits.");
  }
}
