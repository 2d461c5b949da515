package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.limit.Refusal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

  private final Origins local = new Origins(List.of(), Heads.LOOPBACK);
  private final Origins open = new Origins(List.of(), Heads.PUBLIC);

  @Test
  void noOrigin_isNoBrowser() {
    assertThat(local.check(Heads.head("Host", "localhost"))).isEmpty();
    assertThat(open.check(Heads.head("Host", "a.example"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost",
        "http://localhost:3000",
        "https://127.0.0.1:8443",
        "HTTP://LOCALHOST",
        "http://[::1]:8080"
      })
  void pagesOfThisMachine_areWelcome_onLoopbackOnly(String origin) {
    assertThat(allowed(local, origin, "127.0.0.1:8080")).isTrue();
    assertThat(allowed(open, origin, "a.example")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example, a.example",
    "https://a.example, a.example:443",
    "https://a.example:443, a.example",
    "http://a.example, a.example:80",
    "http://A.example:8080, a.EXAMPLE:8080"
  })
  void ownPages_areWelcome(String origin, String host) {
    assertThat(allowed(open, origin, host)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, a.example",
    "https://a.example:8443, a.example",
    "https://a.example, a.example:8443",
    "https://a.example, a.example:80",
    "https://a.example.evil.example, a.example",
    "https://a.example@evil.example, a.example",
    "https://a.example/x, a.example",
    "null, a.example",
    "a.example, a.example",
    "://a.example, a.example",
    "'', a.example"
  })
  void foreignPages_areRefused(String origin, String host) {
    Refusal refusal = open.check(Heads.head("Origin", origin, "Host", host)).orElseThrow();
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.code()).isEqualTo("origin_not_allowed");
    assertThat(allowed(local, origin, host)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, true",
    "https://APP.example.com:443, true",
    "http://app.example.com, false",
    "https://app.example.com:8443, false",
    "https://x.sub.example.com, true",
    "https://y.x.sub.example.com, true",
    "https://sub.example.com, false",
    "https://evilsub.example.com, false",
    "http://sub2.example.com:3000, true",
    "http://sub2.example.com, false",
    "chrome-extension://abcdefgh, true",
    "null, false"
  })
  void listedOrigins_areWelcome_exactly(String origin, boolean welcome) {
    Origins listed =
        new Origins(
            List.of(
                "https://app.example.com",
                "https://*.sub.example.com",
                "http://sub2.example.com:3000",
                "chrome-extension://abcdefgh"),
            Heads.PUBLIC);
    assertThat(allowed(listed, origin, "api.example.com")).isEqualTo(welcome);
  }

  @Test
  void pagesWithoutOrigin_areWelcome_ifListed() {
    assertThat(allowed(new Origins(List.of("null"), Heads.PUBLIC), "null", "a")).isTrue();
    assertThat(allowed(local, "null", "localhost")).isFalse();
  }

  @Test
  void twoOrigins_areOneTooMany() {
    assertThat(local.check(Heads.head("Origin", "http://localhost", "Origin", "http://localhost")))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "https://", "example.com", "https://a.*.com", "https://a/b"})
  void badPattern_isRefused_andNamed(String pattern) {
    assertThatThrownBy(() -> new Origins(List.of(pattern), Heads.PUBLIC))
        .hasMessageContaining("got '" + pattern + "'");
  }

  @Property
  void anyOrigin_getsAnAnswer(@ForAll String origin) {
    assertThat(allowed(open, "https://evil.example" + origin, "a.example")).isFalse();
    assertThat(allowed(local, origin + "://evil.example", "localhost")).isFalse();
  }

  private static boolean allowed(Origins origins, String origin, String host) {
    return origins.check(Heads.head("Origin", origin, "Host", host)).isEmpty();
  }
}
