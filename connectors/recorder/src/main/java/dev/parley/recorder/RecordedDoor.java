package dev.parley.recorder;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import dev.parley.recorder.file.Happening;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/** A door, and what passes it. */
final class RecordedDoor implements Door {

  private final Door door;
  private final Journal journal;
  private final Consumer<? super DoorLink> opening;

  /**
   * @param opening is told when the door opens, before anything passes it
   */
  RecordedDoor(Door door, Journal journal, Consumer<? super DoorLink> opening) {
    this.door = door;
    this.journal = journal;
    this.opening = opening;
  }

  @Override
  public String name() {
    return door.name();
  }

  @Override
  public AudioFormat captures() {
    return door.captures();
  }

  @Override
  public AudioFormat plays() {
    return door.plays();
  }

  @Override
  public PlayoutSettings playout() {
    return door.playout();
  }

  @Override
  public Duration inputBound() {
    return door.inputBound();
  }

  @Override
  public Overflow overflow() {
    return door.overflow();
  }

  @Override
  public boolean wantsNotices() {
    return door.wantsNotices();
  }

  @Override
  public Optional<String> dispatcher() {
    return door.dispatcher();
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    opening.accept(link);
    DoorLink overheard =
        new DoorLink(
            link.callId(),
            link.clock(),
            link.drops(),
            new RecordedEar(link.playout(), journal),
            link.session(),
            link.telemetry());
    return Flow.<Outbound>create()
        .map(
            frame -> {
              journal.note(new Happening.ToCaller(frame));
              return frame;
            })
        .via(door.open(overheard))
        .via(
            new Watch<>(
                frame -> journal.note(new Happening.FromCaller(frame)),
                failure ->
                    journal.note(
                        new Happening.Over(
                            Happening.Way.FROM_CALLER,
                            failure.map(why -> String.valueOf(why.getMessage()))))));
  }
}
