package dev.parley.benchmarks.eval;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/**
 * A caller out of memory: says a clip in real time, frame by frame when each has been said, listens
 * to nothing, and hangs up at the clip's end.
 */
final class ClipDoor implements Door {

  private final Clip clip;

  ClipDoor(Clip clip) {
    this.clip = clip;
  }

  @Override
  public String name() {
    return "clip";
  }

  @Override
  public AudioFormat captures() {
    return AudioFormat.pcm16(clip.rate());
  }

  @Override
  public PlayoutSettings playout() {
    return PlayoutSettings.of(Pace.clock(), Ear.COUNTED);
  }

  @Override
  public Overflow overflow() {
    return Overflow.WAIT;
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    return Flow.fromSinkAndSourceCoupled(
        Sink.<Outbound>ignore(), Source.fromGraph(new ClipSource(VadPass.frames(clip))));
  }
}
