package dev.parley.testkit.door;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import dev.parley.testkit.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A door with a scripted caller behind it. Opened once, like any door; what it remembers can be
 * read by any thread, best after the call.
 */
public final class ScriptedCaller implements Door {

  /** A frame that the caller was given to play, and when in the call. */
  public record Given(Duration at, Outbound frame) {}

  private final CallerScript script;
  private final List<Given> given = new ArrayList<>();
  private final FarEnd farEnd = new FarEnd();
  private @Nullable Duration overAt;
  private @Nullable Throwable failure;

  public ScriptedCaller(CallerScript script) {
    this.script = script;
  }

  @Override
  public String name() {
    return "scripted-caller";
  }

  @Override
  public AudioFormat captures() {
    return AudioFormat.pcm16(script.rate());
  }

  @Override
  public PlayoutSettings playout() {
    return script.playout();
  }

  @Override
  public Overflow overflow() {
    return script.overflow();
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    return Flow.fromGraph(new CallerStage(this, script, link));
  }

  /** Everything that it was given so far. */
  public synchronized List<Given> given() {
    return List.copyOf(given);
  }

  /** The frames that it was given so far. */
  public List<Outbound> frames() {
    return given().stream().map(Given::frame).toList();
  }

  /** The audio of a reply that it was given so far. */
  public Samples givenOf(Epoch epoch) {
    return Frames.audio(
        frames().stream()
            .filter(f -> f instanceof Spoken spoken && spoken.epoch().equals(epoch))
            .toList());
  }

  /** The audio of a reply that came out of its loudspeaker, or will if nobody clears it. */
  public synchronized Samples heardOf(Epoch epoch) {
    return Frames.join(farEnd.heard(epoch));
  }

  /** When the other side hung up, or the line broke; empty while the call is on. */
  public synchronized Optional<Duration> overAt() {
    return Optional.ofNullable(overAt);
  }

  /** With which failure the other side hung up, if it did so. */
  public synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  synchronized void give(Duration at, Outbound frame) {
    given.add(new Given(at, frame));
  }

  synchronized void over(Duration at, @Nullable Throwable why) {
    if (overAt == null) {
      overAt = at;
      failure = why;
    }
  }

  /** What plays; called by the stage, under the door's lock. */
  synchronized <T> T farEnd(Function<FarEnd, T> use) {
    return use.apply(farEnd);
  }
}
