package dev.parley.recorder.replay;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.Recorded;
import dev.parley.recorder.format.DoorInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * A door by which everything comes in again that once came from outside: frames, what was played,
 * and what the client and the application told the session.
 */
final class ReplayedDoor implements Door {

  private static final Duration EACH_SLICE = Duration.ofNanos(1);

  private final Recorded recorded;
  private final DoorInfo info;
  private final List<Entry> steps;
  private final HandedOver handedOver;

  private ReplayedDoor(Recorded recorded, List<Entry> steps, HandedOver handedOver) {
    this.handedOver = handedOver;
    this.recorded = recorded;
    this.info = recorded.about().door();
    this.steps = steps;
  }

  /** Whoever has not hung up in the recording does so when it ends. */
  static ReplayedDoor of(Recorded recorded, HandedOver handedOver) {
    List<Entry> steps = new ArrayList<>(recorded.fromOutside());
    if (steps.stream().noneMatch(step -> step.what() instanceof Happening.Over)) {
      steps.add(
          new Entry(
              recorded.end(), new Happening.Over(Happening.Way.FROM_CALLER, Optional.empty())));
    }
    return new ReplayedDoor(recorded, steps, handedOver);
  }

  @Override
  public String name() {
    return info.name();
  }

  @Override
  public AudioFormat captures() {
    return info.captures();
  }

  @Override
  public AudioFormat plays() {
    return info.plays();
  }

  /**
   * As it was, but with a mark behind each slice: where marks lay then was chance, too, since one
   * lies behind what left a queue that ran dry.
   */
  @Override
  public PlayoutSettings playout() {
    PlayoutSettings then = info.playout();
    return new PlayoutSettings(
        then.pace(), then.ear(), then.slice(), EACH_SLICE, then.earTimeout());
  }

  @Override
  public Duration inputBound() {
    return info.inputBound();
  }

  @Override
  public Overflow overflow() {
    return info.overflow();
  }

  @Override
  public boolean wantsNotices() {
    return info.notices();
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    return Flow.fromGraph(new ReplayedDoorStage(recorded, steps, handedOver, link));
  }
}
