package dev.parley.files;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Position;
import dev.parley.engine.playout.Cut;
import dev.parley.engine.playout.PlayoutControl;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import dev.parley.engine.time.MediaClock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.ClassicActorSystemProvider;

/** Links to calls that do not exist. */
final class Links {

  private Links() {}

  static DoorLink to(ClassicActorSystemProvider system) {
    PlayoutControl nobody =
        new PlayoutControl() {
          @Override
          public CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
            return new CompletableFuture<>(); // never answered
          }

          @Override
          public void hold(boolean on) {}

          @Override
          public void acked(long mark) {}

          @Override
          public void told(Epoch epoch, int part, Position until) {}
        };
    return new DoorLink("call", CallClock.startingNow(MediaClock.of(system)), new Drops(), nobody);
  }
}
