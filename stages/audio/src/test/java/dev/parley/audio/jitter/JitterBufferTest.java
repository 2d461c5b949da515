package dev.parley.audio.jitter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.Feeding;
import dev.parley.audio.Stages;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.telemetry.Drops;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class JitterBufferTest {

  private static final int FRAME = 160;
  private static final Duration WINDOW = Duration.ofMillis(100);

  @Test
  void framesInOrder_passAtOnce() {
    JitterBuffer buffer = new JitterBuffer(WINDOW, new Drops());
    for (int n = 5; n < 20; n++) {
      List<Inbound> out = new ArrayList<>();
      buffer.accept(frame(n), out::add);
      assertThat(out).containsExactly(frame(n));
    }
  }

  @Test
  void framesOutOfOrder_arePutInOrder() {
    assertThat(run(frame(0), frame(2), frame(3), frame(1), frame(4)))
        .containsExactly(frame(0), frame(1), frame(2), frame(3), frame(4));
  }

  @Test
  void lostFrame_becomesAGap_onceTheWindowIsFull() {
    JitterBuffer buffer = new JitterBuffer(WINDOW, new Drops());
    List<Inbound> out = new ArrayList<>();
    for (int n : new int[] {0, 2, 3, 4, 5}) { // 2 to 5 and the hole make 100 ms
      buffer.accept(frame(n), out::add);
    }
    assertThat(out).containsExactly(frame(0));
    buffer.accept(frame(6), out::add);
    assertThat(out)
        .containsExactly(frame(0), gap(1, 1), frame(2), frame(3), frame(4), frame(5), frame(6));
    assertThat(buffer.lostSamples()).isEqualTo(FRAME);
  }

  @Test
  void doubleAndLateFrames_areDroppedAndCounted() {
    JitterBuffer buffer = new JitterBuffer(WINDOW, new Drops());
    List<Inbound> out =
        Feeding.outputs(
            buffer, List.of(frame(0), frame(0), frame(2), frame(2), frame(9), frame(1), frame(2)));
    assertThat(out).containsExactly(frame(0), gap(1, 1), frame(2), gap(3, 6), frame(9));
    assertThat(buffer.duplicates()).isEqualTo(3);
    assertThat(buffer.late()).isEqualTo(1);
  }

  @Test
  void overlap_isTakenOnce() {
    Captured half = new Captured(at(FRAME / 2), samples(FRAME / 2, FRAME));
    List<Inbound> out = run(frame(0), half, frame(1));
    assertThat(out)
        .containsExactly(
            frame(0),
            new Captured(at(FRAME), samples(FRAME, FRAME / 2)),
            new Captured(at(FRAME + FRAME / 2), samples(FRAME + FRAME / 2, FRAME / 2)));
  }

  @Test
  void callerDone_comesBehindAllAudio_andOtherSignalsAtOnce() {
    Signal key = new Signal.Dtmf('1', at(0));
    Signal done = new Signal.CallerDone(at(480));
    assertThat(run(frame(0), frame(2), key, done))
        .containsExactly(frame(0), key, gap(1, 1), frame(2), done);
  }

  @Test
  void gapThatIsNext_passes() {
    assertThat(run(frame(0), gap(1, 2), frame(3), frame(4)))
        .containsExactly(frame(0), gap(1, 2), frame(3), frame(4));
  }

  @Test
  void stage_doesTheSame() {
    assertThat(
            Stages.run(
                JitterBuffer.captured(WINDOW),
                AudioFormat.pcm16(8_000),
                List.of(frame(0), frame(2), frame(1))))
        .containsExactly(frame(0), frame(1), frame(2));
  }

  @Test
  void window_mustBe20To200Milliseconds() {
    for (int millis : new int[] {19, 201}) {
      assertThatThrownBy(() -> JitterBuffer.captured(Duration.ofMillis(millis)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("window");
    }
  }

  @Property
  void output_isUnbroken_andTrue_whateverTheNetworkDoes(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 40) Integer> numbers) {
    List<Inbound> out = run(numbers.stream().map(JitterBufferTest::frame).toArray(Inbound[]::new));

    long next = numbers.isEmpty() ? 0 : (long) numbers.getFirst() * FRAME;
    for (Inbound frame : out) {
      switch (frame) {
        case Captured audio -> {
          assertThat(audio.position().sample()).isEqualTo(next);
          assertThat(audio.samples()).isEqualTo(samples((int) next, audio.samples().count()));
          next = audio.end().sample();
        }
        case Gap gap -> {
          assertThat(gap.position().sample()).isEqualTo(next);
          next = gap.end().sample();
        }
        case Signal signal -> throw new AssertionError(signal);
      }
    }
    int last = numbers.stream().max(Comparator.naturalOrder()).orElse(-1);
    assertThat(next).isEqualTo(numbers.isEmpty() ? 0 : (last + 1L) * FRAME);
  }

  @Property
  void reorderingWithinTheWindow_losesNothing(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(min = 0, max = 4) Integer> delays) {
    record Arrival(int number, int when) {}
    List<Arrival> arrivals = new ArrayList<>();
    arrivals.add(new Arrival(0, -1));
    for (int n = 1; n <= delays.size(); n++) {
      arrivals.add(new Arrival(n, n + delays.get(n - 1)));
    }
    arrivals.sort(Comparator.comparingInt(Arrival::when));
    List<Inbound> out = run(arrivals.stream().map(a -> frame(a.number)).toArray(Inbound[]::new));
    assertThat(out).hasSize(arrivals.size()).noneMatch(Gap.class::isInstance);
  }

  private static List<Inbound> run(Inbound... frames) {
    return Feeding.outputs(new JitterBuffer(WINDOW, new Drops()), Arrays.asList(frames));
  }

  private static Captured frame(int number) {
    return new Captured(at(number * FRAME), samples(number * FRAME, FRAME));
  }

  private static Gap gap(int number, int frames) {
    return new Gap(at(number * FRAME), (long) frames * FRAME, Gap.Cause.LOST);
  }

  private static Position at(int sample) {
    return new Position(sample, 8_000);
  }

  /** Each sample tells its own position. */
  private static Samples samples(int from, int count) {
    short[] pcm = new short[count];
    for (int i = 0; i < count; i++) {
      pcm[i] = (short) (from + i);
    }
    return Samples.wrap(pcm);
  }
}
