package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AuthFailuresTest {

  private static final long SECOND = 1_000_000_000L;

  private final AuthFailures failures = new AuthFailures(AuthFailureSettings.defaults());

  @Test
  void tenFailures_areForgiven_andThenOneWaits() {
    for (int i = 0; i < 10; i++) {
      assertThat(failures.blocked(Heads.PUBLIC, i * SECOND)).isEmpty();
      failures.failed(Heads.PUBLIC, i * SECOND);
    }
    assertThat(failures.blocked(Heads.PUBLIC, 10 * SECOND)).contains(Duration.ofSeconds(50));
    assertThat(failures.blocked(Heads.LOOPBACK, 10 * SECOND)).isEmpty();
    assertThat(failures.blocked(Heads.PUBLIC, 60 * SECOND - 1)).contains(Duration.ofNanos(1));
    assertThat(failures.blocked(Heads.PUBLIC, 60 * SECOND)).isEmpty();
    failures.failed(Heads.PUBLIC, 60 * SECOND);
    assertThat(failures.blocked(Heads.PUBLIC, 60 * SECOND)).contains(Duration.ofSeconds(1));
  }

  @Test
  void addressThatBecomesBlocked_isToldOnce_untilItWasFree() {
    AuthFailures strict = new AuthFailures(AuthFailureSettings.defaults().withMost(2));
    assertThat(strict.failed(Heads.PUBLIC, 0)).isFalse();
    assertThat(strict.failed(Heads.PUBLIC, SECOND)).isTrue();
    assertThat(strict.failed(Heads.PUBLIC, 2 * SECOND)).isFalse();
    assertThat(strict.failed(Heads.PUBLIC, 61 * SECOND)).as("free since 61 s").isTrue();
  }

  @Test
  void addressesOfOneSubscriber_countAsOne() {
    AuthFailures strict = new AuthFailures(AuthFailureSettings.defaults().withMost(1));
    strict.failed(Heads.address("2001:db8:1:2:3:4:5:6"), 0);
    assertThat(strict.blocked(Heads.address("2001:db8:1:2::1"), 0)).isPresent();
    assertThat(strict.blocked(Heads.address("2001:db8:1:3::1"), 0)).isEmpty();
    strict.failed(Heads.address("::ffff:192.0.2.1"), 0);
    assertThat(strict.blocked(Heads.PUBLIC, 0)).isPresent();
    assertThat(strict.blocked(Heads.address("192.0.2.2"), 0)).isEmpty();
  }

  @Test
  void fullTable_forgetsWhoFailedLongestAgo() {
    AuthFailures small =
        new AuthFailures(AuthFailureSettings.defaults().withMost(1).withAddresses(2));
    InetAddress one = Heads.address("192.0.2.1");
    InetAddress two = Heads.address("192.0.2.2");
    InetAddress three = Heads.address("192.0.2.3");
    small.failed(one, 0);
    small.failed(two, 1);
    small.failed(one, 2);
    small.failed(three, 3);
    assertThat(small.size()).isEqualTo(2);
    assertThat(small.blocked(one, 4)).isPresent();
    assertThat(small.blocked(two, 4)).isEmpty();
    assertThat(small.blocked(three, 4)).isPresent();
  }

  @Property
  void itAgreesWithCountingTheLastMinute(
      @ForAll @IntRange(min = 1, max = 5) int most,
      @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 40) Integer> gaps) {
    AuthFailures counted = new AuthFailures(AuthFailureSettings.defaults().withMost(most));
    List<Long> times = new ArrayList<>();
    long now = -3;
    for (int gap : gaps) {
      now += gap * SECOND;
      long start = now - 60 * SECOND;
      boolean full = times.stream().filter(time -> time > start).count() >= most;
      assertThat(counted.blocked(Heads.PUBLIC, now).isPresent()).isEqualTo(full);
      if (!full) {
        counted.failed(Heads.PUBLIC, now);
        times.add(now);
      }
    }
  }

  @Test
  void badSettings_areRefused_byName() {
    AuthFailureSettings good = AuthFailureSettings.defaults();
    assertThatThrownBy(() -> good.withMost(0)).hasMessageContaining("most");
    assertThatThrownBy(() -> good.withMost(1_001)).hasMessageContaining("most");
    assertThatThrownBy(() -> good.withWindow(Duration.ZERO)).hasMessageContaining("window");
    assertThatThrownBy(() -> good.withAddresses(0)).hasMessageContaining("addresses");
  }
}
