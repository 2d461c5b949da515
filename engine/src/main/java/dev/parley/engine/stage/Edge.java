package dev.parley.engine.stage;

import dev.parley.engine.frame.Captured;
import dev.parley.engine.frame.Gap;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;

/**
 * A buffer for the caller's audio, bounded in time, that says what it does when it is full. Signals
 * pass in their place and are never dropped.
 */
public final class Edge extends GraphStage<FlowShape<Inbound, Inbound>> {

  private final Inlet<Inbound> in = Inlet.create("Edge.in");
  private final Outlet<Inbound> out = Outlet.create("Edge.out");
  private final FlowShape<Inbound, Inbound> shape = FlowShape.of(in, out);
  private final String name;
  private final Duration bound;
  private final Overflow overflow;
  private final Drops drops;
  private final Depths.Gauge depth;

  public Edge(String name, Duration bound, Overflow overflow, Drops drops, Depths.Gauge depth) {
    if (bound.isZero() || bound.isNegative()) {
      throw new IllegalArgumentException("bound must be positive, got " + bound);
    }
    this.name = name;
    this.bound = bound;
    this.overflow = overflow;
    this.drops = drops;
    this.depth = depth;
  }

  @Override
  public FlowShape<Inbound, Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  /** Whatever they are: signals and gaps have no length that could be bounded in time. */
  private static final int MOST_FRAMES = 4_096;

  private final class Logic extends GraphStageLogic implements InHandler, OutHandler {

    private final Deque<Inbound> waiting = new ArrayDeque<>();
    private long samples;
    private long most = Long.MAX_VALUE;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      pull(in);
    }

    @Override
    public void onPush() {
      Inbound frame = grab(in);
      if (waiting.isEmpty() && isAvailable(out)) {
        push(out, frame);
      } else {
        waiting.add(frame);
        if (frame instanceof Captured audio) {
          samples += audio.samples().count();
          most = Position.samples(bound, audio.rate());
          overflow();
          depth.set(samples, audio.rate());
        }
      }
      pullIfRoom();
    }

    @Override
    public void onPull() {
      Inbound frame = waiting.poll();
      if (frame != null) {
        if (frame instanceof Captured audio) {
          samples -= audio.samples().count();
          depth.set(samples, audio.rate());
        }
        push(out, frame);
      }
      if (isClosed(in) && waiting.isEmpty()) {
        completeStage();
      } else {
        pullIfRoom();
      }
    }

    @Override
    public void onUpstreamFinish() {
      if (waiting.isEmpty()) {
        completeStage();
      }
    }

    private boolean isFull() {
      return samples > most || waiting.size() > MOST_FRAMES;
    }

    private void pullIfRoom() {
      boolean waits = overflow == Overflow.WAIT && isFull();
      if (!waits && !isClosed(in) && !hasBeenPulled(in)) {
        pull(in);
      }
    }

    private void overflow() {
      switch (overflow) {
        case WAIT -> {} // what came is kept, and no more is asked for
        case DROP_OLDEST -> {
          while (isFull() && samples > 0) {
            dropOldest();
          }
          if (isFull()) {
            fail(); // of signals, which are never dropped
          }
        }
        case FAIL -> {
          if (isFull()) {
            fail();
          }
        }
      }
    }

    private void fail() {
      String what = samples > most ? bound.toMillis() + " ms of audio" : MOST_FRAMES + " frames";
      failStage(new IllegalStateException(name + " is full: more than " + what + " wait"));
    }

    /** Replaces the oldest audio by a gap, joined to the one before it if they touch. */
    private void dropOldest() {
      Deque<Inbound> before = new ArrayDeque<>();
      while (!(waiting.peek() instanceof Captured)) {
        before.push(waiting.remove());
      }
      Captured oldest = (Captured) waiting.remove();
      Gap gap = new Gap(oldest.position(), oldest.samples().count(), Gap.Cause.DROPPED);
      if (before.peek() instanceof Gap previous
          && previous.cause() == gap.cause()
          && previous.end().equals(gap.position())) {
        before.pop();
        gap = previous.join(gap);
      }
      waiting.addFirst(gap);
      before.forEach(waiting::addFirst);
      samples -= oldest.samples().count();
      drops.count(name, 1);
    }
  }
}
