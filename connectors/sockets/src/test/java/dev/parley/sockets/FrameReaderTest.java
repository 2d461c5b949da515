package dev.parley.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameReaderTest {

  /** Notes what is found, in order. */
  private static final class Notes implements FrameSink {

    private final List<Object> found = new ArrayList<>();

    @Override
    public void onFrame(WsFrame frame) {
      found.add(frame);
    }

    @Override
    public void onClose(WsFrame.Close close) {
      found.add(close);
    }

    @Override
    public void onViolation(int code, String reason) {
      found.add(code + " " + reason);
    }
  }

  private static final MessageLimits LIMITS =
      MessageLimits.defaults().withBytes(100_000).withBytesOfNode(1_000_000);

  private static List<Object> read(byte[] bytes, List<Integer> cuts) {
    Notes notes = new Notes();
    FrameReader reader = new FrameReader(LIMITS, /* masked= */ true, notes);
    int from = 0;
    for (int cut : cuts) {
      int to = Math.min(bytes.length, from + cut);
      reader.read(ByteBuffer.wrap(bytes, from, to - from), 0);
      from = to;
    }
    reader.read(ByteBuffer.wrap(bytes, from, bytes.length - from), 0);
    return notes.found;
  }

  @Provide
  Arbitrary<byte[]> traffic() {
    Arbitrary<byte[]> frame =
        Arbitraries.of(
            Wired.text("hello"),
            Wired.text("caf\u00e9"),
            Wired.binary(0),
            Wired.binary(200),
            Wired.binary(70_000),
            Wired.ping("x"),
            Wired.join(Wired.frame(0x01, Wired.filled(3)), Wired.frame(0x80, Wired.filled(130))),
            Wired.join(
                Wired.frame(0x02, new byte[0]), Wired.ping("y"), Wired.frame(0x80, new byte[0])));
    return frame.list().ofMaxSize(8).map(Wired::join);
  }

  @Property(tries = 500)
  void frames_areTheSame_howeverTheirBytesAreCut(
      @ForAll("traffic") byte[] bytes,
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 500) Integer> cuts) {
    assertThat(read(bytes, cuts)).isEqualTo(read(bytes, List.of()));
  }

  @Property(tries = 10_000)
  void anyBytes_areReadWithoutAFault_andNothingFollowsABreach(
      @ForAll @Size(max = 200) byte[] bytes,
      @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 60) Integer> cuts) {
    List<Object> found = read(bytes, cuts);

    assertThat(found.stream().filter(String.class::isInstance).count()).isLessThanOrEqualTo(1);
    for (int i = 0; i < found.size() - 1; i++) {
      assertThat(found.get(i)).isNotInstanceOf(String.class).isNotInstanceOf(WsFrame.Close.class);
    }
  }

  @Property(tries = 2_000)
  void goodTraffic_withOneByteChanged_isReadWithoutAFault(
      @ForAll("traffic") byte[] bytes,
      @ForAll @IntRange(max = 1_000_000) int at,
      @ForAll byte other) {
    byte[] changed = bytes.clone();
    if (changed.length > 0) {
      changed[at % changed.length] = other;
    }
    assertThat(read(changed, List.of())).hasSizeLessThanOrEqualTo(5_000);
  }

  @Test
  void memory_growsWithWhatCame_notWithWhatIsPromised() {
    Notes notes = new Notes();
    FrameReader reader = new FrameReader(MessageLimits.defaults(), /* masked= */ true, notes);
    reader.read(ByteBuffer.wrap(Wired.join(Wired.head(0x82, 20_000_000), new byte[4])), 0);

    assertThat(reader.held()).isZero();
    reader.read(ByteBuffer.wrap(new byte[1_000]), 0);
    assertThat(reader.held()).isBetween(1_000, 4_096);
    reader.read(ByteBuffer.wrap(new byte[99_000]), 0);
    assertThat(reader.held()).isBetween(100_000, 200_000);
    assertThat(notes.found).isEmpty();
  }

  @Test
  void memory_ofAMessageInManyFrames_growsInFewSteps() {
    FrameReader reader = new FrameReader(MessageLimits.defaults(), /* masked= */ true, new Notes());
    Set<Integer> sizes = new HashSet<>();
    reader.read(ByteBuffer.wrap(Wired.frame(0x02, new byte[16_384])), 0);
    for (int i = 1; i < 1_300; i++) {
      reader.read(ByteBuffer.wrap(Wired.frame(0x00, new byte[16_384])), 0);
      sizes.add(reader.held());
    }
    // otherwise what came before is copied for each frame, and 20 MB become 14 GB
    assertThat(sizes).hasSizeLessThan(16);
    assertThat(reader.held()).isLessThanOrEqualTo(MessageLimits.defaults().bytes());
  }

  @Test
  void since_tellsWhenWhatIsHalfReadBegan() {
    FrameReader reader = new FrameReader(LIMITS, /* masked= */ true, new Notes());
    byte[] parts = Wired.join(Wired.frame(0x01, Wired.filled(1)), Wired.ping("p"));
    byte[] last = Wired.frame(0x80, Wired.filled(1));

    assertThat(reader.since()).isEqualTo(FrameReader.IDLE);
    reader.read(ByteBuffer.wrap(Arrays.copyOf(parts, 1)), 5);
    assertThat(reader.since()).isEqualTo(5);
    reader.read(ByteBuffer.wrap(parts, 1, parts.length - 1), 9);
    assertThat(reader.since()).isEqualTo(5);
    reader.forgive(10);
    assertThat(reader.since()).isEqualTo(15);
    reader.read(ByteBuffer.wrap(last), 20);
    assertThat(reader.since()).isEqualTo(FrameReader.IDLE);
    reader.read(ByteBuffer.wrap(Wired.ping("p")), 30);
    assertThat(reader.since()).isEqualTo(FrameReader.IDLE);
  }

  @Test
  void clientsReader_wantsNoMask() {
    Notes notes = new Notes();
    FrameReader reader = new FrameReader(LIMITS, /* masked= */ false, notes);

    reader.read(ByteBuffer.wrap(Wired.unmasked(0x81, Wired.filled(2))), 0);
    reader.read(ByteBuffer.wrap(Wired.text("a")), 0);

    assertThat(notes.found).containsExactly(WsFrame.text("ab"), "1002 a masked frame");
  }
}
