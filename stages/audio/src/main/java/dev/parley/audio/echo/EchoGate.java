package dev.parley.audio.echo;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.KernelStage;
import dev.parley.engine.stage.Stage;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.stage.Tuner;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.CallClock;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.pekko.stream.javadsl.Flow;

/**
 * Mutes the microphone while the agent speaks and a little longer, for calls over loudspeakers
 * without echo cancellation. The price: the caller cannot interrupt by voice.
 *
 * <p>It is two things at once, and belongs to one call: the stage on the caller's side that mutes,
 * and the tap that learns what leaves the playout.
 *
 * <pre>{@code
 * EchoGate gate = EchoGate.create();
 * pipeline.through(gate).tap(gate)
 * }</pre>
 *
 * Muted audio becomes silence of the same length, so that positions stay true.
 */
public final class EchoGate implements Stage<Inbound>, Tap {

  private static final Duration RELEASE = Duration.ofMillis(300);

  private final Duration release;
  private final Stage<Inbound> muting = KernelStage.inbound("echo-gate", Muting::new);

  /** What the observer tells the muting stage, which runs on another thread. */
  private volatile Playing playing = new Playing(new CallClock(() -> 0, 0), Long.MIN_VALUE / 2);

  /**
   * @param until when, on that clock in nanoseconds, the agent will have finished what it was given
   */
  private record Playing(CallClock clock, long until) {}

  private EchoGate(Duration release) {
    this.release = release;
  }

  /** Mutes until 300 ms after the agent: enough for the loudspeaker's buffer and a small room. */
  public static EchoGate create() {
    return create(RELEASE);
  }

  /** Mutes until that long after the agent. */
  public static EchoGate create(Duration release) {
    if (release.isNegative()) {
      throw new IllegalArgumentException("release must not be negative, got " + release);
    }
    return new EchoGate(release);
  }

  @Override
  public String name() {
    return muting.name();
  }

  @Override
  public AudioFormat negotiate(AudioFormat in) {
    return muting.negotiate(in);
  }

  @Override
  public Flow<Inbound, Inbound, Tuner> flow(AudioFormat in, Drops drops) {
    return muting.flow(in, drops);
  }

  @Override
  public Observer open(AudioFormat caller, AudioFormat reply, CallClock clock) {
    playing = new Playing(clock, Long.MIN_VALUE / 2);
    return new Listening();
  }

  /** Whether what the microphone brings now is thrown away. Safe for any thread. */
  public boolean mutes() {
    Playing now = playing;
    return now.clock.nanos() < now.until + release.toNanos();
  }

  /** Called by the reply's side only, so it is the only writer of {@link #playing}. */
  private final class Listening implements Observer {

    @Override
    public void outbound(Outbound frame) {
      Playing before = playing;
      long now = before.clock.nanos();
      if (frame instanceof Spoken spoken) {
        // an eager playout gives more than is being played: it adds up
        long length = spoken.samples().count() * 1_000_000_000L / spoken.rate();
        playing = new Playing(before.clock, Math.max(now, before.until) + length);
      } else if (frame instanceof Cue.Interrupted) {
        playing = new Playing(before.clock, Math.min(now, before.until));
      }
    }
  }

  private final class Muting implements Kernel<Inbound, Inbound> {

    @Override
    public void accept(Inbound frame, Consumer<? super Inbound> out) {
      if (frame instanceof Captured captured && mutes()) {
        out.accept(new Captured(captured.position(), Samples.silence(captured.samples().count())));
      } else {
        out.accept(frame);
      }
    }
  }
}
