package dev.parley.server.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class InputBufferTest {

  private static final long SECOND = 1_000_000_000L;

  private final InputBuffer buffer = new InputBuffer(1_000);
  private int written;
  private long now;

  private Position append(int count) {
    Position at = buffer.append(Sounds.ramp(written, count), now);
    written += count;
    return at;
  }

  private static Position at(long sample) {
    return new Position(sample, AudioCodec.RATE);
  }

  private static Samples joined(List<Samples> pieces) {
    return pieces.stream().reduce(Samples.silence(0), Samples::append);
  }

  @Test
  void append_tellsWhereItBegins() {
    assertThat(append(10)).isEqualTo(at(0));
    assertThat(append(5)).isEqualTo(at(10));
    assertThat(buffer.end()).isEqualTo(at(15));
    assertThat(buffer.waiting()).isEqualTo(15);
  }

  @Test
  void take_cutsInTheMiddleOfAPiece() {
    append(10);
    append(10);
    assertThat(joined(buffer.take(at(13)))).isEqualTo(Sounds.ramp(0, 13));
    assertThat(buffer.begin()).isEqualTo(13);
    assertThat(joined(buffer.take(at(20)))).isEqualTo(Sounds.ramp(13, 7));
    assertThat(buffer.waiting()).isZero();
  }

  @Test
  void take_beyondTheEndOrBeforeTheBeginning_givesWhatThereIs() {
    append(10);
    assertThat(joined(buffer.take(at(99)))).isEqualTo(Sounds.ramp(0, 10));
    append(10);
    assertThat(buffer.take(at(3))).isEmpty();
    assertThat(buffer.waiting()).isEqualTo(10);
  }

  @Test
  void keepLast_dropsOldAudioThatNobodyWants() {
    buffer.keepLast(30);
    append(20);
    append(20);
    now = SECOND;
    append(20);
    assertThat(buffer.begin()).as("30 before the latest piece").isEqualTo(10);
    now = 2 * SECOND;
    append(5);
    assertThat(buffer.begin()).isEqualTo(30);
  }

  @Test
  void keepLast_keepsWhatHasOnlyJustCome() {
    InputBuffer roomy = new InputBuffer(10_000);
    roomy.keepLast(300);
    roomy.append(Sounds.ramp(0, 2_000), 0);
    roomy.append(Sounds.ramp(2_000, 2_000), 0);
    roomy.append(Sounds.ramp(4_000, 2_000), SECOND / 4);
    assertThat(roomy.begin()).isZero();
    roomy.append(Sounds.ramp(6_000, 10), SECOND / 2);
    assertThat(roomy.begin()).as("the first two are old").isEqualTo(4_000);
    roomy.append(Sounds.ramp(6_010, 10), SECOND);
    assertThat(roomy.begin()).isEqualTo(5_710);
  }

  @Test
  void tinyPieces_areJoined_andStayWhole() {
    for (int i = 0; i < 100; i++) {
      append(7);
    }
    assertThat(buffer.take(at(700))).hasSizeLessThan(3);
    assertThat(buffer.waiting()).isZero();
  }

  @Test
  void keepAll_dropsNothing() {
    buffer.keepLast(10);
    append(20);
    buffer.keepAll();
    append(400);
    append(400);
    assertThat(buffer.waiting()).isEqualTo(820);
  }

  @Test
  void room_isCountedWhileAllIsKept() {
    append(990);
    assertThat(buffer.hasRoomFor(10)).isTrue();
    assertThat(buffer.hasRoomFor(11)).isFalse();
    buffer.keepLast(10);
    assertThat(buffer.hasRoomFor(1_000)).as("what waits gives way").isTrue();
    assertThat(buffer.hasRoomFor(1_001)).as("more than all of it at once").isFalse();
  }

  @Test
  void clear_goesOnCounting() {
    append(100);
    buffer.clear();
    assertThat(buffer.waiting()).isZero();
    assertThat(append(1)).isEqualTo(at(100));
  }

  @Test
  void beginAt_neverGoesBackNorBeyondTheEnd() {
    append(100);
    buffer.beginAt(40);
    buffer.beginAt(20);
    assertThat(buffer.begin()).isEqualTo(40);
    buffer.beginAt(999);
    assertThat(buffer.begin()).isEqualTo(100);
  }

  @Property
  void piecesOfAnySize_comeOutAsTheyWentIn(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 50) Integer> sizes,
      @ForAll @IntRange(min = 0, max = 1_000) int cut) {
    InputBuffer any = new InputBuffer(10_000);
    int total = 0;
    for (int size : sizes) {
      any.append(Sounds.ramp(total, size), total);
      total += size;
    }
    Samples first = joined(any.take(at(cut)));
    assertThat(first).isEqualTo(Sounds.ramp(0, Math.min(cut, total)));
    assertThat(first.append(joined(any.take(at(total))))).isEqualTo(Sounds.ramp(0, total));
  }
}
