package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "item_1", "call-XYZ", "-", "_"})
  void safeId_passes(String id) {
    assertThat(SafeId.of(id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n", "\na", "a b", "a\r\nSet-Cookie: x", "ä", "a.b", "a\u0000"})
  void otherId_isReplacedAsAWhole(String id) {
    assertThat(SafeId.of(id)).isEqualTo("invalid");
    assertThat(SafeId.orElse(id, "mine")).isEqualTo("mine");
  }

  @Test
  void longestId_has64Characters() {
    assertThat(SafeId.isSafe("x".repeat(64))).isTrue();
    assertThat(SafeId.isSafe("x".repeat(65))).isFalse();
    assertThat(SafeId.of(null)).isEqualTo("invalid");
  }

  @Property
  void whatComesOut_isAlwaysSafe(@ForAll String id) {
    assertThat(SafeId.of(id)).matches("[A-Za-z0-9_-]{1,64}").doesNotContain("\n");
  }
}
