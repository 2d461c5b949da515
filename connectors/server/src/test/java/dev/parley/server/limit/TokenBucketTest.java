package dev.parley.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void fullBucket_givesItsBurst_andNoMore() {
    TokenBucket bucket = new TokenBucket(1, 3, 0);
    assertThat(bucket.take(2, 0)).isTrue();
    assertThat(bucket.take(2, 0)).isFalse();
    assertThat(bucket.take(1, 0)).isTrue();
    assertThat(bucket.take(1, 0)).isFalse();
  }

  @Test
  void rest_neverFillsItOverTheBrim() {
    TokenBucket bucket = new TokenBucket(TokenBucket.MOST, 3, 0);
    assertThat(bucket.take(3, Long.MAX_VALUE)).isTrue();
    assertThat(bucket.take(1, Long.MAX_VALUE)).isFalse();
  }

  @Test
  void clockThatStepsBack_fillsNothing_andIsForgiven() {
    TokenBucket bucket = new TokenBucket(1, 1, 10 * SECOND);
    assertThat(bucket.take(1, 10 * SECOND)).isTrue();
    assertThat(bucket.take(1, 0)).isFalse();
    assertThat(bucket.take(1, 11 * SECOND - 1)).isFalse();
    assertThat(bucket.take(1, 11 * SECOND)).isTrue();
  }

  @Test
  void clockThatWraps_isNoticedByNobody() {
    TokenBucket bucket = new TokenBucket(1, 1, Long.MAX_VALUE);
    assertThat(bucket.take(1, Long.MAX_VALUE)).isTrue();
    assertThat(bucket.take(1, Long.MIN_VALUE + SECOND - 2)).isFalse();
    assertThat(bucket.take(1, Long.MIN_VALUE + SECOND - 1)).isTrue();
  }

  @Test
  void overdraft_mustBePaidBack_beforeTheNext() {
    TokenBucket bucket = new TokenBucket(10, 10, 0);
    assertThat(bucket.overdraw(100, 0)).isTrue();
    assertThat(bucket.overdraw(1, 9 * SECOND)).isFalse();
    assertThat(bucket.nanosUntil(1, 9 * SECOND)).isEqualTo(SECOND / 10);
    assertThat(bucket.overdraw(1, 9 * SECOND + SECOND / 10)).isTrue();
  }

  @Test
  void largestDebtOnSmallestRate_overflowsNothing() {
    TokenBucket bucket = new TokenBucket(1, TokenBucket.MOST, 0);
    assertThat(bucket.take(TokenBucket.MOST - 1, 0)).isTrue();
    assertThat(bucket.overdraw(TokenBucket.MOST, 0)).isTrue();
    assertThat(bucket.nanosUntil(1, 0)).isEqualTo(TokenBucket.MOST * SECOND);
    assertThat(bucket.nanosUntil(TokenBucket.MOST, 0)).isPositive();
  }

  @Property
  void itAgreesWithExactArithmetic(
      @ForAll @IntRange(min = 1, max = 1_000_000) int perSecond,
      @ForAll @IntRange(min = 1, max = 1_000) int burst,
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 30_000_000) Integer> gaps,
      @ForAll @IntRange(min = 0, max = 50) int tokens) {
    TokenBucket bucket = new TokenBucket(perSecond, burst, -5);
    BigDecimal level = BigDecimal.valueOf(burst);
    long now = -5;
    for (int gap : gaps) {
      now += gap;
      level =
          level.add(BigDecimal.valueOf((long) gap * perSecond, 9)).min(BigDecimal.valueOf(burst));
      boolean enough = level.compareTo(BigDecimal.valueOf(tokens)) >= 0;
      assertThat(bucket.take(tokens, now)).isEqualTo(enough);
      if (enough) {
        level = level.subtract(BigDecimal.valueOf(tokens));
      }
    }
  }

  @Property
  void waitingAsLongAsItSays_isEnough_andANanosecondLessIsNot(
      @ForAll @IntRange(min = 1, max = 1_000_000) int perSecond,
      @ForAll @IntRange(min = 1, max = 1_000) int burst) {
    TokenBucket patient = new TokenBucket(perSecond, burst, 0);
    TokenBucket hasty = new TokenBucket(perSecond, burst, 0);
    assertThat(patient.take(burst, 0) && hasty.take(burst, 0)).isTrue();
    long wait = patient.nanosUntil(burst, 0);
    assertThat(hasty.take(burst, wait - 1)).isFalse();
    assertThat(patient.take(burst, wait)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, TokenBucket.MOST + 1, Long.MIN_VALUE})
  void badRateOrBurst_isRefused(long bad) {
    assertThatThrownBy(() -> new TokenBucket(bad, 1, 0)).hasMessageContaining("perSecond");
    assertThatThrownBy(() -> new TokenBucket(1, bad, 0)).hasMessageContaining("burst");
    assertThatThrownBy(() -> new Rate(bad, 1)).hasMessageContaining("perSecond");
    assertThatThrownBy(() -> new Rate(1, bad)).hasMessageContaining("burst");
  }
}
