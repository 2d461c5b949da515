package dev.parley.audio.tap;

import dev.parley.audio.level.Level;
import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.time.Duration;

/**
 * How loud the two sides of one call are just now, for a live view: the level of the last frame,
 * and silence when none has come for a while. Give each call its own; read it from any thread.
 */
public final class LevelMeter implements Tap {

  private static final Duration STALE = Duration.ofMillis(200);

  private volatile Reading caller = Reading.NONE;
  private volatile Reading agent = Reading.NONE;

  /** A level and the clock by which it grows old. */
  private record Reading(Level level, CallClock clock, long until) {
    static final Reading NONE = new Reading(Level.SILENCE, new CallClock(() -> 0, 0), 0);

    static Reading of(Samples samples, CallClock clock) {
      return new Reading(Level.of(samples), clock, clock.nanos() + STALE.toNanos());
    }

    Level now() {
      return clock.nanos() <= until ? level : Level.SILENCE;
    }
  }

  @Override
  public String name() {
    return "level-meter";
  }

  @Override
  public Observer open(AudioFormat callerFormat, AudioFormat reply, CallClock clock) {
    return new Observer() {
      @Override
      public void inbound(Inbound frame) {
        if (frame instanceof Captured captured) {
          caller = Reading.of(captured.samples(), clock);
        }
      }

      @Override
      public void outbound(Outbound frame) {
        if (frame instanceof Spoken spoken) {
          agent = Reading.of(spoken.samples(), clock);
        } else if (frame instanceof Cue.Interrupted) {
          agent = Reading.NONE;
        }
      }

      @Override
      public void close() {
        caller = Reading.NONE;
        agent = Reading.NONE;
      }
    };
  }

  /** How loud the caller is. */
  public Level caller() {
    return caller.now();
  }

  /** How loud the agent is, as it leaves the playout. */
  public Level agent() {
    return agent.now();
  }
}
