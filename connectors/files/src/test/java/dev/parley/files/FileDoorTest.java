package dev.parley.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.codec.Channels;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.stage.Overflow;
import dev.parley.engine.time.MediaClock;
import dev.parley.engine.time.VirtualWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.BoundedSourceQueue;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDoorTest {

  private record Event(Duration at, Inbound frame) {}

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private final List<Event> events = new ArrayList<>();

  private AudioFile file(int rate, int samples) throws IOException {
    return AudioFile.open(
        TestFiles.write(folder, "a.wav", TestFiles.wav(rate, TestFiles.ramp(samples))));
  }

  /** Lets the door speak and hangs up after a while; gives the instant at which it was gone. */
  private CompletionStage<Duration> speak(
      FileDoor door, Duration length, List<Outbound> replies, ActorSystem<?> system) {
    MediaClock clock = MediaClock.of(system);
    long origin = clock.nanos();
    CompletableFuture<Duration> ended = new CompletableFuture<>();
    BoundedSourceQueue<Outbound> queue =
        Source.<Outbound>queue(100)
            .via(door.open(Links.to(system)))
            .map(
                frame -> {
                  events.add(new Event(Duration.ofNanos(clock.nanos() - origin), frame));
                  return frame;
                })
            .to(
                Sink.onComplete(
                    result -> {
                      if (result.isFailure()) {
                        ended.completeExceptionally(result.failed().get());
                      } else {
                        ended.complete(Duration.ofNanos(clock.nanos() - origin));
                      }
                    }))
            .run(system);
    replies.forEach(queue::offer);
    system.scheduler().scheduleOnce(length, queue::complete, system.executionContext());
    return ended;
  }

  private Duration inVirtualTime(FileDoor door, Duration length, Outbound... replies) {
    try (VirtualWorld<Object> world = VirtualWorld.create(Behaviors.empty(), "door")) {
      return world.run(
          system -> speak(door, length, List.of(replies), system), length.plusMinutes(1));
    }
  }

  private Samples spoken() {
    return events.stream()
        .map(Event::frame)
        .filter(Captured.class::isInstance)
        .map(frame -> ((Captured) frame).samples())
        .reduce(Samples.silence(0), Samples::append);
  }

  @Test
  void eachFrame_comesWhenItsLastSampleWouldHaveBeenHeard() throws IOException {
    FileDoor door = new FileDoor(file(24_000, 24_000 * 3 + 100), Channels.only(0));
    inVirtualTime(door, Duration.ofSeconds(5));

    int k = 0;
    for (Event event : events) {
      if (event.frame() instanceof Captured audio) {
        assertThat(event.at()).isEqualTo(Duration.ofMillis(20L * (k + 1)));
        assertThat(audio.position()).isEqualTo(new Position(480L * k, 24_000));
        assertThat(audio.samples().count()).isEqualTo(480);
        k++;
      }
    }
    assertThat(k).isBetween(249, 250);
    assertThat(spoken().slice(0, 72_100)).isEqualTo(TestFiles.ramp(72_100));
    assertThat(spoken().slice(72_100, 100_000)).isEqualTo(Samples.silence(27_900));
  }

  @Test
  void endOfTheFile_isToldOnceAtItsPlace() throws IOException {
    FileDoor door = new FileDoor(file(24_000, 1_000), Channels.only(0));
    inVirtualTime(door, Duration.ofSeconds(1));

    assertThat(events.stream().filter(e -> e.frame() instanceof Signal))
        .containsExactly(
            new Event(Duration.ofMillis(60), new Signal.CallerDone(new Position(1_000, 24_000))));
    assertThat(events.get(3).frame()).isInstanceOf(Signal.CallerDone.class);
  }

  @Test
  void otherRates_areBroughtToTheInnerOne() throws IOException {
    FileDoor narrow = new FileDoor(file(8_000, 8_000), Channels.only(0));
    assertThat(narrow.captures()).isEqualTo(AudioFormat.pcm16(16_000));
    inVirtualTime(narrow, Duration.ofSeconds(2));
    assertThat(events)
        .contains(
            new Event(Duration.ofSeconds(1), new Signal.CallerDone(new Position(16_000, 16_000))));

    events.clear();
    FileDoor wide = new FileDoor(file(44_100, 44_100 * 2), Channels.mixdown());
    assertThat(wide.captures()).isEqualTo(AudioFormat.pcm16(24_000));
    inVirtualTime(wide, Duration.ofSeconds(3));
    assertThat(events)
        .contains(
            new Event(Duration.ofSeconds(2), new Signal.CallerDone(new Position(48_000, 24_000))));
  }

  @Test
  void replies_areTakenAndHandedOn_andTheirEndHangsUp() throws IOException {
    List<Outbound> heard = new ArrayList<>();
    FileDoor door = new FileDoor(file(24_000, 24_000), Channels.only(0), heard::add);
    Outbound reply = new ReplySignal.Started(new Epoch(Epoch.Lane.MAIN, 1));
    Duration gone = inVirtualTime(door, Duration.ofMillis(510), reply);

    assertThat(heard).containsExactly(reply);
    assertThat(gone).isEqualTo(Duration.ofMillis(510));
    assertThat(spoken().count()).isEqualTo(25 * 480);
  }

  @Test
  void fileThatBreaksOff_endsTheCallWithItsReason() throws IOException {
    byte[] flac = TestFiles.flac(16_000, 40_000, TestFiles.ramp(40_000));
    Path path = TestFiles.write(folder, "a.flac", Arrays.copyOf(flac, 60_000));
    FileDoor door = new FileDoor(AudioFile.open(path), Channels.only(0));

    assertThatThrownBy(() -> inVirtualTime(door, Duration.ofSeconds(5)))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("is damaged or cut off");
  }

  @Test
  void channelOrRateThatThereIsNot_isRefusedBeforeTheCall() throws IOException {
    AudioFile odd = file(12_000, 100);
    assertThatThrownBy(() -> new FileDoor(odd, Channels.only(1)))
        .isInstanceOf(AudioFileException.class)
        .hasMessageEndingWith("has no channel 1: choose channel 0, the only one");
    assertThatThrownBy(() -> new FileDoor(odd, Channels.only(0)))
        .isInstanceOf(AudioFileException.class)
        .hasMessageContaining("has 12000 samples a second: convert it to one of [8000, ");
    FileDoor door = new FileDoor(file(8_000, 100), Channels.only(0));
    assertThat(door.overflow()).isEqualTo(Overflow.WAIT);
    assertThat(door.name()).isEqualTo("file");
  }

  @Test
  void realTime_keepsUpWithTheClock() throws Exception {
    FileDoor door = new FileDoor(file(16_000, 32_000), Channels.only(0));
    ActorSystem<Done> system = ActorSystem.create(Behaviors.empty(), "door");
    try {
      speak(door, Duration.ofMillis(600), List.of(), system)
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    } finally {
      system.terminate();
    }
    for (int k = 0; k < events.size(); k++) {
      // Never early; how late depends on the machine.
      assertThat(events.get(k).at()).isGreaterThanOrEqualTo(Duration.ofMillis(20L * (k + 1)));
    }
    assertThat(events).isNotEmpty();
  }
}
