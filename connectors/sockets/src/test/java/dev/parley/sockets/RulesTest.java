package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The small rules that a connection is made of, each by itself. */
class RulesTest {

  private static final Patience PATIENCE =
      Patience.defaults()
          .withPing(Duration.ofMillis(1), Duration.ofMillis(2))
          .withProgress(Duration.ofMillis(2))
          .withAge(Duration.ofMillis(5));
  private static final long MS = 1_000_000;

  @Provide
  Arbitrary<byte[]> nearlyUtf8() {
    return Arbitraries.of(
            0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF,
            0xF0, 0xF1, 0xF4, 0xF5)
        .list()
        .ofMaxSize(12)
        .map(
            values -> {
              byte[] bytes = new byte[values.size()];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = values.get(i).byteValue();
              }
              return bytes;
            });
  }

  @Property(tries = 20_000)
  void utf8_isJudgedAsTheJdkDoes(
      @ForAll("nearlyUtf8") byte[] bytes, @ForAll @IntRange(max = 12) int cut) {
    int at = Math.min(cut, bytes.length);
    Utf8Check check = new Utf8Check();

    boolean good =
        check.accepts(bytes, 0, at)
            && check.accepts(bytes, at, bytes.length - at)
            && check.isComplete();

    assertThat(good).isEqualTo(isUtf8(bytes));
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException bad) {
      return false;
    }
  }

  @Property(tries = 2_000)
  void mask_isTheSameInPiecesAndByteByByte(
      @ForAll @Size(max = 60) byte[] bytes, @ForAll int key, @ForAll @IntRange(max = 60) int cut) {
    int at = Math.min(cut, bytes.length);
    byte[] masked = bytes.clone();
    Mask.apply(masked, 0, at, key, 0);
    Mask.apply(masked, at, masked.length - at, key, at);

    byte[] expected = bytes.clone();
    for (int i = 0; i < expected.length; i++) {
      expected[i] ^= (byte) (key >>> (24 - 8 * (i & 3)));
    }
    assertThat(masked).isEqualTo(expected);
  }

  @Test
  void rate_letsABurstThrough_andThenSoManyASecond() {
    Rate rate = new Rate(10);
    boolean[] burst = new boolean[11];
    for (int i = 0; i < burst.length; i++) {
      burst[i] = rate.allows(0);
    }
    boolean[] expected = new boolean[11];
    Arrays.fill(expected, 0, 10, true);

    assertThat(burst).isEqualTo(expected);
    assertThat(rate.allows(99 * MS)).isFalse();
    assertThat(rate.allows(100 * MS)).isTrue();
    assertThat(rate.allows(100 * MS)).isFalse();
    assertThat(rate.allows(5_000 * MS)).isTrue();
  }

  @Test
  void liveness_asksOnceASilence_andGivesUpInTime() {
    Liveness liveness = new Liveness(PATIENCE, 100_000, 0);

    assertThat(liveness.check(MS - 1)).isEqualTo(Liveness.Verdict.FINE);
    assertThat(liveness.check(MS)).isEqualTo(Liveness.Verdict.ASK);
    assertThat(liveness.check(MS + 1)).isEqualTo(Liveness.Verdict.FINE);
    assertThat(liveness.check(2 * MS - 100_000)).isEqualTo(Liveness.Verdict.FINE);
    assertThat(liveness.check(2 * MS - 99_999)).isEqualTo(Liveness.Verdict.DEAD);
    liveness.heard(3 * MS);
    assertThat(liveness.check(4 * MS - 1)).isEqualTo(Liveness.Verdict.FINE);
    assertThat(liveness.check(4 * MS)).isEqualTo(Liveness.Verdict.ASK);
  }

  @Test
  void backlog_thatDoesNotMove_isStuckAfterItsTime() {
    Backlog backlog = new Backlog(PATIENCE);
    backlog.add(1_000, 0);

    assertThat(backlog.isStuck(1_000, 0, 0)).isFalse();
    assertThat(backlog.isStuck(1_000, 0, 2 * MS)).isFalse();
    assertThat(backlog.isStuck(1_000, 0, 2 * MS + 1)).isTrue();
    assertThat(backlog.isStuck(1_000, 1, 3 * MS)).isFalse(); // a byte has gone
  }

  @Test
  void backlog_thatMovesTooSlowly_isStuckByItsAge() {
    Backlog backlog = new Backlog(PATIENCE);
    backlog.add(1_000, 0);
    for (int i = 0; i <= 5; i++) {
      assertThat(backlog.isStuck(1_000, i, i * MS)).isFalse();
    }
    assertThat(backlog.isStuck(1_000, 7, 5 * MS + 1)).isTrue();
  }

  @Test
  void backlog_thatIsTaken_isNeverStuck_howeverMuchFollows() {
    Backlog backlog = new Backlog(PATIENCE);
    for (int i = 0; i < 10_000; i++) {
      backlog.add(1_000, i * MS / 3);
      assertThat(backlog.isStuck(2_000, 0, i * MS / 3)).isFalse();
    }
  }

  @Test
  void backlog_thatWasEmptyForLong_beginsAnew() {
    Backlog backlog = new Backlog(PATIENCE);
    backlog.add(1_000, 0);
    assertThat(backlog.isStuck(0, 0, MS)).isFalse();
    backlog.add(1_000, 100 * MS);

    assertThat(backlog.isStuck(1_000, 0, 100 * MS)).isFalse();
    assertThat(backlog.isStuck(1_000, 0, 101 * MS)).isFalse();
    assertThat(backlog.isStuck(1_000, 0, 102 * MS + 1)).isTrue();
  }

  @Test
  void ending_sendsOneCloseFrame_andKeepsItsFirstCause() {
    WsFrame.Close ours = new WsFrame.Close(1001, "ours");
    WsFrame.Close theirs = new WsFrame.Close(1000, "theirs");

    Ending we = new Ending();
    assertThat(we.send(ours, 1)).isTrue();
    we.receive(theirs, 2);
    assertThat(we.isOwed()).isFalse();
    assertThat(we.send(theirs, 3)).isFalse();
    assertThat(we.cause()).isEqualTo(ours.byUs());

    Ending they = new Ending();
    they.receive(theirs, 1);
    assertThat(they.isOwed()).isTrue();
    assertThat(they.isSent()).isFalse();
    assertThat(they.send(ours, 2)).isTrue();
    assertThat(they.cause()).isEqualTo(theirs);
  }

  @Test
  void hold_countsWholeBlocks_andGivesThemBack() {
    Budget budget = new Budget(200_000);
    Hold one = new Hold(budget);
    Hold two = new Hold(budget);

    assertThat(one.set(65_535)).isTrue();
    assertThat(budget.used()).isZero();
    assertThat(one.set(140_000)).isTrue();
    assertThat(budget.used()).isEqualTo(131_072);
    assertThat(two.set(140_000)).isFalse();
    assertThat(budget.used()).isEqualTo(131_072);
    assertThat(one.set(0)).isTrue();
    assertThat(two.set(140_000)).isTrue();
    assertThat(two.set(10)).isTrue();
    assertThat(budget.used()).isZero();
  }

  @Test
  void inbox_isFullAndLowByCountAndByBytes() {
    Inbox<String> inbox =
        new Inbox<>(
            MessageLimits.defaults().withWaiting(8).withWaitingBytes(1_024), String::length);
    for (int i = 0; i < 7; i++) {
      inbox.add("a");
    }
    assertThat(inbox.isFull()).isFalse();
    inbox.add("b".repeat(1_017));
    assertThat(inbox.isFull()).isTrue();
    for (int i = 0; i < 6; i++) {
      inbox.poll();
    }
    assertThat(inbox.isFull()).isFalse();
    assertThat(inbox.isLow()).isFalse();
    inbox.poll();
    assertThat(inbox.isLow()).isFalse();
    inbox.poll();
    assertThat(inbox.isLow()).isTrue();
    assertThat(inbox.isDone()).isFalse();
    inbox.end();
    assertThat(inbox.isDone()).isTrue();
  }
}
