package dev.parley.recorder;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/**
 * Frames arrive up to 25 ms late, now and then 90 ms, and never overtake one another.
 *
 * @param <T> the frames
 */
final class Jitter<T> extends GraphStage<FlowShape<T, T>> {

  private final Inlet<T> in = Inlet.create("Jitter.in");
  private final Outlet<T> out = Outlet.create("Jitter.out");
  private final FlowShape<T, T> shape = FlowShape.of(in, out);
  private final RandomGenerator random;

  Jitter(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public FlowShape<T, T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic implements InHandler, OutHandler {

    private final Deque<T> late = new ArrayDeque<>();
    private final Deque<T> here = new ArrayDeque<>();

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
      late.add(grab(in));
      long nanos = random.nextInt(30) == 0 ? 90_000_000 : random.nextLong(25_000_000);
      scheduleOnce(new Object(), Duration.ofNanos(nanos));
      pull(in);
    }

    @Override
    public void onTimer(Object timer) {
      if (!late.isEmpty()) {
        here.add(late.remove());
      }
      onPull();
    }

    @Override
    public void onPull() {
      if (isAvailable(out) && !here.isEmpty()) {
        push(out, here.remove());
      }
    }
  }
}
