package dev.parley.recorder;

import dev.parley.engine.door.Door;
import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.playout.PlayoutSettings;
import dev.parley.engine.stage.Overflow;
import dev.parley.testkit.door.CallerScript;
import dev.parley.testkit.door.ScriptedCaller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.apache.pekko.NotUsed;
import org.apache.pekko.stream.javadsl.Flow;

/** A scripted caller who presses keys as well, and whose network is as bad as it is told to be. */
public final class Caller implements Door {

  private final ScriptedCaller caller;
  private final Optional<Duration> keyAt;
  private final Optional<RandomGenerator> jitter;

  private Caller(CallerScript script, Optional<Duration> keyAt, Optional<RandomGenerator> jitter) {
    this.caller = new ScriptedCaller(script);
    this.keyAt = keyAt;
    this.jitter = jitter;
  }

  public static Caller of(CallerScript script) {
    return new Caller(script, Optional.empty(), Optional.empty());
  }

  /** The same script, with a key pressed at that place of the audio. */
  public static Caller pressing(CallerScript script, Duration keyAt) {
    return new Caller(script, Optional.of(keyAt), Optional.empty());
  }

  /** The same script, with frames that come when they like. */
  public static Caller jittered(CallerScript script, Duration keyAt, RandomGenerator jitter) {
    return new Caller(script, Optional.of(keyAt), Optional.of(jitter));
  }

  @Override
  public String name() {
    return caller.name();
  }

  @Override
  public AudioFormat captures() {
    return caller.captures();
  }

  @Override
  public PlayoutSettings playout() {
    return caller.playout();
  }

  @Override
  public Overflow overflow() {
    return caller.overflow();
  }

  @Override
  public Flow<Outbound, Inbound, NotUsed> open(DoorLink link) {
    Flow<Outbound, Inbound, NotUsed> flow = caller.open(link).mapConcat(frame -> withKey(frame));
    return jitter.map(random -> flow.via(new Jitter<>(random))).orElse(flow);
  }

  private List<Inbound> withKey(Inbound frame) {
    OptionalLong at =
        keyAt.stream().mapToLong(when -> Position.samples(when, captures().rate())).findFirst();
    return frame instanceof Captured audio
            && at.isPresent()
            && audio.position().sample() <= at.getAsLong()
            && at.getAsLong() < audio.end().sample()
        ? List.of(frame, new Signal.Dtmf('5', audio.end()))
        : List.of(frame);
  }
}
