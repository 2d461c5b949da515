package dev.parley.server.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.server.auth.Minting.Minted;
import dev.parley.server.auth.Minting.Refused;
import dev.parley.server.limit.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSecretsTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Principal ALICE = new Principal("alice", 10);
  private static final Principal BOB = new Principal("bob", 10);
  private static final BoundSession SESSION =
      new BoundSession(SessionKind.REALTIME, "m", "{\"x\":1}", Optional.empty());

  private final HandClock clock = new HandClock();
  private final ClientSecrets secrets = secrets(ClientSecretSettings.defaults());

  @Test
  void secret_standsForWhatItWasMintedFor() {
    Minted minted = mint(ALICE, 60);
    assertThat(minted.value().text()).matches("ek_[A-Za-z0-9]{49}");
    assertThat(secrets.find(minted.value())).contains(minted.grant());
    assertThat(minted.grant().principal()).isEqualTo(ALICE);
    assertThat(minted.grant().session()).isEqualTo(SESSION);
    assertThat(secrets.find(mint(BOB, 60).value()).orElseThrow().principal()).isEqualTo(BOB);
  }

  @Test
  void withoutAWish_itLastsTenMinutes() {
    Minted minted = (Minted) secrets.mint(ALICE, SESSION, OptionalLong.empty());
    assertThat(minted.grant().expiresAt())
        .isEqualTo(HandClock.START.truncatedTo(ChronoUnit.SECONDS).plusSeconds(600));
  }

  @Property
  void expiry_isExactToTheSecond(
      @ForAll @LongRange(min = 10, max = 7_200) long seconds,
      @ForAll @IntRange(min = 0, max = 999_999_999) int nanos) {
    HandClock hand = new HandClock();
    ClientSecrets fresh = new ClientSecrets(ClientSecretSettings.defaults(), RANDOM, hand);
    Instant second = HandClock.START.truncatedTo(ChronoUnit.SECONDS);
    hand.set(second.plusNanos(nanos));
    Minted minted = (Minted) fresh.mint(ALICE, SESSION, OptionalLong.of(seconds));
    assertThat(minted.grant().expiresAt()).isEqualTo(second.plusSeconds(seconds));
    hand.set(minted.grant().expiresAt().minusNanos(1));
    assertThat(fresh.find(minted.value())).isPresent();
    hand.set(minted.grant().expiresAt());
    assertThat(fresh.find(minted.value())).isEmpty();
    assertThat(fresh.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "9, integer_below_min_value, a value >= 10",
    "0, integer_below_min_value, a value >= 10",
    "-9223372036854775808, integer_below_min_value, a value >= 10",
    "7201, integer_above_max_value, a value <= 7200",
    "9223372036854775807, integer_above_max_value, a value <= 7200"
  })
  void spanOutOfRange_isRefused(long seconds, String code, String sentence) {
    Refusal refusal = refusal(secrets.mint(ALICE, SESSION, OptionalLong.of(seconds)));
    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.param()).contains("expires_after.seconds");
    assertThat(refusal.message()).contains(sentence).contains(Long.toString(seconds));
    assertThat(secrets.size()).isZero();
  }

  @Test
  void sessionTooLong_isRefused() {
    ClientSecrets small = secrets(ClientSecretSettings.defaults().withSessionChars(6));
    Refusal refusal = refusal(small.mint(ALICE, SESSION, OptionalLong.of(60)));
    assertThat(refusal.param()).contains("session");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @Test
  void accountWithItsShare_isRefused_untilOneExpires_andOthersAreNot() {
    ClientSecrets few =
        secrets(ClientSecretSettings.defaults().withPerAccount(new Share(2, 1 << 20)));
    few.mint(ALICE, SESSION, OptionalLong.of(10));
    few.mint(ALICE, SESSION, OptionalLong.of(60));
    Refusal refusal = refusal(few.mint(ALICE, SESSION, OptionalLong.of(60)));
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.retryAfter()).isPresent();
    assertThat(few.mint(BOB, SESSION, OptionalLong.of(60))).isInstanceOf(Minted.class);
    clock.pass(Duration.ofSeconds(10));
    assertThat(few.mint(ALICE, SESSION, OptionalLong.of(60))).isInstanceOf(Minted.class);
  }

  @Test
  void longSessions_useTheShareUp_too() {
    ClientSecrets few =
        secrets(
            ClientSecretSettings.defaults()
                .withSessionChars(10)
                .withPerAccount(new Share(100, 20)));
    few.mint(ALICE, SESSION, OptionalLong.of(60));
    few.mint(ALICE, SESSION, OptionalLong.of(60));
    assertThat(refusal(few.mint(ALICE, SESSION, OptionalLong.of(60))).status()).isEqualTo(429);
  }

  @Test
  void fullTable_refusesNewOnes_andKeepsThoseThatAreAlive() {
    ClientSecrets few = secrets(ClientSecretSettings.defaults().withTotal(new Share(2, 1 << 20)));
    Minted first = (Minted) few.mint(ALICE, SESSION, OptionalLong.of(10));
    few.mint(BOB, SESSION, OptionalLong.of(60));
    assertThat(refusal(few.mint(BOB, SESSION, OptionalLong.of(60))).status()).isEqualTo(503);
    assertThat(few.find(first.value())).isPresent();
    clock.pass(Duration.ofSeconds(10));
    assertThat(few.mint(BOB, SESSION, OptionalLong.of(60))).isInstanceOf(Minted.class);
  }

  @Test
  void revokedSecret_startsNothing() {
    Minted one = mint(ALICE, 60);
    Minted two = mint(ALICE, 60);
    Minted other = mint(BOB, 60);
    assertThat(secrets.revoke(one.value())).isTrue();
    assertThat(secrets.revoke(one.value())).isFalse();
    assertThat(secrets.find(one.value())).isEmpty();
    assertThat(secrets.find(two.value())).isPresent();
    assertThat(secrets.revokeAll("alice")).isEqualTo(1);
    assertThat(secrets.revokeAll("alice")).isZero();
    assertThat(secrets.find(two.value())).isEmpty();
    assertThat(secrets.find(other.value())).isPresent();
    assertThat(secrets.size()).isEqualTo(1);
  }

  @Property(tries = 200)
  void atEveryMoment_exactlyThoseAreAlive_thatHaveNotExpired(
      @ForAll @Size(max = 60) List<@LongRange(min = 10, max = 40) Long> lives) {
    HandClock hand = new HandClock();
    ClientSecrets fresh = new ClientSecrets(ClientSecretSettings.defaults(), RANDOM, hand);
    List<Minted> minted = new ArrayList<>();
    for (long life : lives) {
      minted.add((Minted) fresh.mint(ALICE, SESSION, OptionalLong.of(life)));
      hand.pass(Duration.ofMillis(997));
      for (Minted each : minted) {
        assertThat(fresh.find(each.value()).isPresent())
            .isEqualTo(hand.instant().isBefore(each.grant().expiresAt()));
      }
    }
    hand.pass(Duration.ofSeconds(41));
    assertThat(fresh.size()).isZero();
  }

  @Test
  void manyThreadsAtOnce_neverMintOneTooMany() throws Exception {
    ClientSecrets few =
        secrets(ClientSecretSettings.defaults().withPerAccount(new Share(100, 1 << 20)));
    ExecutorService pool = Executors.newFixedThreadPool(8);
    int minted = 0;
    try {
      List<Future<Integer>> work = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        work.add(
            pool.submit(
                () -> {
                  int got = 0;
                  for (int i = 0; i < 50; i++) {
                    got += few.mint(ALICE, SESSION, OptionalLong.of(60)) instanceof Minted ? 1 : 0;
                  }
                  return got;
                }));
      }
      for (Future<Integer> each : work) {
        minted += each.get();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(minted).isEqualTo(100);
    assertThat(few.size()).isEqualTo(100);
  }

  @Test
  void shorterOfTwoLengths_counts() {
    BoundSession hour =
        new BoundSession(SessionKind.REALTIME, "m", "{}", Optional.of(Duration.ofHours(1)));
    assertThat(hour.length(Duration.ofMinutes(30))).hasMinutes(30);
    assertThat(hour.length(Duration.ofHours(2))).hasHours(1);
    assertThat(SESSION.length(Duration.ofMinutes(30))).hasMinutes(30);
    assertThatThrownBy(
            () -> new BoundSession(SessionKind.REALTIME, "m", "{}", Optional.of(Duration.ZERO)))
        .hasMessageContaining("maxLength");
  }

  @Test
  void badSettings_areRefused_byName() {
    ClientSecretSettings good = ClientSecretSettings.defaults();
    assertThatThrownBy(() -> new Share(0, 1)).hasMessageContaining("count");
    assertThatThrownBy(() -> new Share(1, 0)).hasMessageContaining("chars");
    assertThatThrownBy(() -> good.withSessionChars(0)).hasMessageContaining("sessionChars");
    assertThatThrownBy(() -> good.withPerAccount(new Share(1, 1)))
        .hasMessageContaining("fit into both shares");
  }

  private ClientSecrets secrets(ClientSecretSettings settings) {
    return new ClientSecrets(settings, RANDOM, clock);
  }

  private Minted mint(Principal principal, long seconds) {
    return (Minted) secrets.mint(principal, SESSION, OptionalLong.of(seconds));
  }

  private static Refusal refusal(Minting minting) {
    return ((Refused) minting).refusal();
  }
}
