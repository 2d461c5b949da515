package dev.parley.twilio.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NoncesTest {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // clocks may overflow
  private final Nonces<String> nonces =
      new Nonces<>(Duration.ofSeconds(60), 3, now::get, new Random(1));

  private String issue(String callSid) {
    return nonces.issue(callSid, "about " + callSid).orElseThrow();
  }

  @Test
  void nonce_isGoodOnce_forItsCall() {
    String nonce = issue("CA1");
    assertThat(nonces.redeem("CA2", nonce)).isEmpty();
    assertThat(nonces.redeem("CA1", nonce + "x")).isEmpty();
    assertThat(nonces.redeem("CA1", nonce)).contains("about CA1");
    assertThat(nonces.redeem("CA1", nonce)).isEmpty();
  }

  @Test
  void nonce_isGoodForAMinute() {
    String early = issue("CA1");
    String late = issue("CA2");
    now.addAndGet(Duration.ofSeconds(60).toNanos() - 1);
    assertThat(nonces.redeem("CA1", early)).isPresent();
    now.addAndGet(1);
    assertThat(nonces.redeem("CA2", late)).isEmpty();
    assertThat(nonces.size()).isZero();
  }

  @Test
  void secondNonceOfACall_voidsTheFirst() {
    String first = issue("CA1");
    String second = issue("CA1");
    assertThat(second).isNotEqualTo(first);
    assertThat(nonces.redeem("CA1", first)).isEmpty();
    assertThat(nonces.redeem("CA1", second)).isPresent();
  }

  @Test
  void tableThatIsFull_issuesNoMore_untilOldOnesAreGone() {
    issue("CA1");
    issue("CA2");
    issue("CA3");
    assertThat(nonces.issue("CA4", "")).isEmpty();
    assertThat(nonces.issue("CA2", "again")).as("in place of its own").isPresent();
    now.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(nonces.issue("CA4", "")).isPresent();
  }
}
