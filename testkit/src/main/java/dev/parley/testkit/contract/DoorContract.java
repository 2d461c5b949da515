package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import dev.parley.engine.time.MediaClock;
import dev.parley.testkit.Frames;
import dev.parley.testkit.probe.SinkProbe;
import dev.parley.testkit.probe.SourceProbe;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Keep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the engine relies on in every door. Runs in an ordinary actor system, in real time. */
public abstract class DoorContract {

  private static final int FRAMES = 10;

  private final ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "door-contract");

  /** A fresh door, whose caller goes on sending audio until the other side hangs up. */
  protected abstract Door door();

  @AfterEach
  void stop() {
    system.terminate();
  }

  private record Open(Door door, SourceProbe<Outbound> toCaller, SinkProbe<Inbound> fromCaller) {}

  private Open open() {
    Door door = door();
    DoorLink link =
        new DoorLink(
            "contract-1",
            CallClock.startingNow(MediaClock.of(system)),
            new Drops(),
            PlayoutControl.none(),
            command -> {},
            event -> {});
    var probes =
        SourceProbe.<Outbound>source()
            .via(door.open(link))
            .toMat(SinkProbe.<Inbound>sink(), Keep.both())
            .run(system);
    return new Open(door, probes.first(), probes.second());
  }

  @Test
  void formats_areThoseOfTheHouse() {
    for (AudioFormat format : List.of(door().captures(), door().plays())) {
      assertThat(format).isEqualTo(AudioFormat.pcm16(format.rate()));
    }
    assertThat(door().name()).isNotBlank();
    assertThat(door().inputBound()).isPositive();
  }

  @Test
  void captured_isUnbroken_inTheFormatThatWasSaid() {
    Open open = open();
    open.fromCaller.request(FRAMES);
    Position next = null;
    for (int i = 0; i < FRAMES; i++) {
      Inbound frame = open.fromCaller.next();
      if (frame instanceof Captured audio) {
        assertThat(audio.rate()).isEqualTo(open.door.captures().rate());
        assertThat(audio.position()).isEqualTo(next == null ? audio.position() : next);
        next = audio.end();
      } else if (frame instanceof Gap gap) {
        next = gap.end();
      }
    }
    open.toCaller.complete();
  }

  @Test
  void playing_doesNotWaitForCapturing() {
    Open open = open();
    play(open, FRAMES);
    open.toCaller.complete();
  }

  @Test
  void inputCompletes_hangsUp() {
    Open open = open();
    play(open, 1);
    open.toCaller.complete();
    open.fromCaller.request(Integer.MAX_VALUE).expectEnd();
  }

  @Test
  void inputFails_hangsUp() {
    Open open = open();
    open.toCaller.fail(new IllegalStateException("the call broke"));
    open.fromCaller.request(Integer.MAX_VALUE).expectEnd();
  }

  @Test
  void nobodyListensToTheCaller_theCallerStillHearsTheRest() {
    Open open = open();
    open.fromCaller.cancel();
    play(open, FRAMES);
    open.toCaller.complete();
  }

  private static void play(Open open, int frames) {
    Epoch epoch = Frames.main(1);
    int rate = open.door.plays().rate();
    open.toCaller.send(new ReplySignal.Started(epoch));
    for (int i = 0; i < frames; i++) {
      Samples audio = Frames.tone(440, rate, rate / 50);
      open.toCaller.send(new Spoken(epoch, 0, new Position((long) i * rate / 50, rate), audio));
    }
    open.toCaller.expectDemand();
  }
}
