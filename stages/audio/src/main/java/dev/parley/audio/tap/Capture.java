package dev.parley.audio.tap;

import dev.parley.engine.frame.AudioFormat;
import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.Samples;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.Tap;
import dev.parley.engine.time.CallClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps the last audio of both sides of one call in memory, run after run without the silence
 * between: for tests and for clips of what was just said. Give each call its own; read it from any
 * thread.
 */
public final class Capture implements Tap {

  private final Duration most;
  private final Side caller = new Side();
  private final Side agent = new Side();

  private Capture(Duration most) {
    this.most = most;
  }

  /** A capture that keeps at most this much of each side, the oldest goes first. */
  public static Capture last(Duration most) {
    if (most.isZero() || most.isNegative()) {
      throw new IllegalArgumentException("most must be positive, got " + most);
    }
    return new Capture(most);
  }

  @Override
  public String name() {
    return "capture";
  }

  @Override
  public Observer open(AudioFormat callerFormat, AudioFormat reply, CallClock clock) {
    return new Observer() {
      @Override
      public void inbound(Inbound frame) {
        if (frame instanceof Captured captured) {
          caller.add(captured.samples(), Position.samples(most, captured.rate()));
        }
      }

      @Override
      public void outbound(Outbound frame) {
        if (frame instanceof Spoken spoken) {
          agent.add(spoken.samples(), Position.samples(most, spoken.rate()));
        }
      }
    };
  }

  /** What the caller said last. */
  public Samples caller() {
    return caller.all();
  }

  /** What left the playout last. */
  public Samples agent() {
    return agent.all();
  }

  private static final class Side {
    private final Deque<Samples> runs = new ArrayDeque<>();
    private int count;

    synchronized void add(Samples samples, long bound) {
      runs.add(samples);
      count += samples.count();
      while (count > bound) {
        Samples oldest = runs.remove();
        int surplus = (int) Math.min(count - bound, oldest.count());
        count -= surplus;
        if (surplus < oldest.count()) {
          runs.addFirst(oldest.slice(surplus, oldest.count()));
        }
      }
    }

    synchronized Samples all() {
      short[] all = new short[count];
      int at = 0;
      for (Samples run : runs) {
        run.copyTo(all, at);
        at += run.count();
      }
      return Samples.wrap(all);
    }
  }
}
