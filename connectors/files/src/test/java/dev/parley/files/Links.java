package dev.parley.files;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import dev.parley.engine.time.MediaClock;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/** Links to calls that do not exist. */
final class Links {

  private Links() {}

  static DoorLink to(ClassicActorSystemProvider system) {
    return new DoorLink(
        "call",
        CallClock.startingNow(MediaClock.of(system)),
        new Drops(),
        PlayoutControl.none(),
        command -> {},
        event -> {});
  }
}
