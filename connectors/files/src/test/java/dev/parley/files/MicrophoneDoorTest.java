package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.codec.Pcm;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat.Encoding;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.SinkQueueWithCancel;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MicrophoneDoorTest {

  private static final int FRAME = 480;

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "microphone");
  private final FakeDevice device = new FakeDevice();
  private final DoorLink link = Links.to(system);

  /** A sound card in the hands of the test: frames are heard when it says so. */
  private static final class FakeDevice implements AudioDevice {

    private final BlockingQueue<Samples> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> played = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(2);
    private boolean plugged = true;

    @Override
    public void check(int rate) {}

    @Override
    public Microphone microphone(int rate) {
      if (!plugged) {
        throw new AudioDeviceException("there is no microphone");
      }
      return new Microphone() {
        @Override
        public int read(byte[] into) {
          try {
            byte[] next = Pcm.encode(Encoding.PCM16, said.take());
            System.arraycopy(next, 0, into, 0, next.length);
            return next.length;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };
    }

    @Override
    public Loudspeaker loudspeaker(int rate) {
      return new Loudspeaker() {
        private boolean dry = true;

        @Override
        public void write(byte[] audio) {
          played.add((audio.length / 2) + " samples");
          dry = false;
        }

        @Override
        public boolean isDry() {
          return dry;
        }

        @Override
        public void clear() {
          played.add("clear");
          dry = true;
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };
    }
  }

  @AfterEach
  void stop() {
    system.terminate();
  }

  private static <T> T soon(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Pair<BoundedSourceQueue<Outbound>, SinkQueueWithCancel<Inbound>> open() {
    return Source.<Outbound>queue(100)
        .viaMat(new MicrophoneDoor(device).open(link), Keep.left())
        .toMat(Sink.<Inbound>queue().withAttributes(Attributes.inputBuffer(1, 1)), Keep.both())
        .run(system);
  }

  private static Spoken spoken(int frame) {
    return new Spoken(
        new Epoch(Epoch.Lane.MAIN, 1),
        0,
        new Position((long) frame * FRAME, 24_000),
        Samples.silence(FRAME));
  }

  private String played() throws InterruptedException {
    String next = device.played.poll(10, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  @Test
  void microphone_framesComeInOrder() throws Exception {
    var call = open();
    device.said.add(TestFiles.ramp(FRAME));
    device.said.add(Samples.silence(FRAME));

    assertThat(soon(call.second().pull()))
        .contains(new Captured(Position.start(24_000), TestFiles.ramp(FRAME)));
    assertThat(soon(call.second().pull()))
        .contains(new Captured(new Position(FRAME, 24_000), Samples.silence(FRAME)));
  }

  @Test
  @Timeout(30)
  void microphone_nobodyListens_oldestBecomesAGap() throws Exception {
    var call = open();
    for (int i = 0; i < 80; i++) {
      device.said.add(Samples.silence(FRAME));
    }
    while (link.drops().of("microphone") < 28) { // 50 wait in the door, one or two in the sink
      Thread.onSpinWait();
    }
    Position next = null;
    boolean gap = false;
    for (int i = 0; i < 50; i++) {
      Inbound frame = soon(call.second().pull()).orElseThrow();
      if (frame instanceof Captured audio) {
        assertThat(next == null || audio.position().equals(next)).isTrue();
        next = audio.end();
      } else if (frame instanceof Gap hole) {
        gap = true;
        assertThat(hole.position()).isEqualTo(next);
        next = hole.end();
      }
    }
    assertThat(gap).isTrue();
    assertThat(link.drops().of("microphone")).isBetween(28L, 29L);
  }

  @Test
  void loudspeaker_beginsWithACushion_andAnInterruptionClearsIt() throws Exception {
    var call = open();
    assertThat(call.first().offer(spoken(0)).isEnqueued()).isTrue();
    assertThat(played()).isEqualTo("960 samples");
    assertThat(played()).isEqualTo("480 samples");
    assertThat(call.first().offer(spoken(1)).isEnqueued()).isTrue();
    assertThat(played()).isEqualTo("480 samples");
    assertThat(call.first().offer(new Cue.Interrupted(List.of())).isEnqueued()).isTrue();
    assertThat(played()).isEqualTo("clear");
    assertThat(call.first().offer(spoken(2)).isEnqueued()).isTrue();
    assertThat(played()).isEqualTo("960 samples");
  }

  @Test
  void hangingUp_closesBothLines() throws Exception {
    var call = open();
    device.said.add(Samples.silence(FRAME));
    soon(call.second().pull());
    call.first().complete();

    assertThat(soon(call.second().pull())).isEqualTo(Optional.empty());
    device.said.add(Samples.silence(FRAME));
    assertThat(device.closed.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void noDevice_endsTheCallWithItsReason() {
    device.plugged = false;
    var call = open();
    assertThatThrownBy(() -> soon(call.second().pull()))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(AudioDeviceException.class)
        .hasMessage("there is no microphone");
  }

  @Test
  void system_withoutDevices_saysWhatToDo() {
    try {
      assertThat(MicrophoneDoor.system().name()).isEqualTo("microphone");
    } catch (AudioDeviceException e) {
      assertThat(e)
          .hasMessageMatching("there is no (microphone|loudspeaker) .* Hz: connect one .*");
    }
    assertThatThrownBy(() -> new JavaSound().microphone(7)) // no device has such a rate
        .isInstanceOf(AudioDeviceException.class)
        .hasMessageContaining("there is no microphone for mono audio at 7 Hz");
  }
}
