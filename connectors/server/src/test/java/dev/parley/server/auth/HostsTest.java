package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LocalHost:8080", "127.0.0.1:1", "127.1.2.3", "[::1]", "[::1]:8080"})
  void loopback_answersToItsNames(String host) {
    assertThat(allowed(new Hosts(List.of(), Heads.LOOPBACK), host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.localhost",
        "127.0.0.01",
        "127.1",
        "2130706433",
        "localhost:99999",
        "localhost:",
        "localhost:80:80",
        "user@localhost",
        "localhost/x",
        "local host",
        "",
        "[::1",
        "[::2]"
      })
  void loopback_answersToNoOtherName(String host) {
    Hosts hosts = new Hosts(List.of(), Heads.LOOPBACK);
    assertThat(allowed(hosts, host)).isFalse();
    assertThat(hosts.check(Heads.head("Host", host)).orElseThrow().status()).isEqualTo(403);
  }

  @Test
  void hostMustBeSaid_exactlyOnce() {
    Hosts hosts = new Hosts(List.of(), Heads.LOOPBACK);
    assertThat(hosts.check(Heads.head())).isPresent();
    assertThat(hosts.check(Heads.head("Host", "localhost", "Host", "localhost"))).isPresent();
  }

  @Test
  void otherAddress_answersToEveryName_untilOneIsListed() {
    assertThat(allowed(new Hosts(List.of(), Heads.PUBLIC), "any.example")).isTrue();
    Hosts listed = new Hosts(List.of("api.example.com"), Heads.PUBLIC);
    assertThat(allowed(listed, "api.example.com:8443")).isTrue();
    assertThat(allowed(listed, "any.example")).isFalse();
    assertThat(allowed(listed, "localhost")).isFalse();
  }

  @Test
  void patterns_meanWhatTheySay() {
    Hosts hosts = new Hosts(List.of("*.example.com", "one.example.org:8443"), Heads.LOOPBACK);
    assertThat(allowed(hosts, "a.example.com")).isTrue();
    assertThat(allowed(hosts, "b.a.Example.com:1")).isTrue();
    assertThat(allowed(hosts, "example.com")).isFalse();
    assertThat(allowed(hosts, "evilexample.com")).isFalse();
    assertThat(allowed(hosts, "one.example.org:8443")).isTrue();
    assertThat(allowed(hosts, "one.example.org")).isFalse();
    assertThat(allowed(hosts, "localhost")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "a.*.b", "https://a.example", "a b"})
  void badPattern_isRefused_andNamed(String pattern) {
    assertThatThrownBy(() -> new Hosts(List.of(pattern), Heads.LOOPBACK))
        .hasMessageContaining("got '" + pattern + "'");
  }

  @Property
  void anyHost_getsAnAnswer(@ForAll String host) {
    assertThat(allowed(new Hosts(List.of(), Heads.LOOPBACK), "evil." + host)).isFalse();
  }

  private static boolean allowed(Hosts hosts, String host) {
    return hosts.check(Heads.head("Host", host)).isEmpty();
  }
}
