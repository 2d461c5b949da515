package dev.parley.engine.stage;

import java.util.function.Consumer;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;

/**
 * Shows every element to somebody who looks on, and tells once when there will be no more, however
 * it ended.
 *
 * @param <T> the elements
 */
public final class ObserveFlow<T> extends GraphStage<FlowShape<T, T>> {

  private final FlowShape<T, T> shape =
      FlowShape.of(Inlet.create("ObserveFlow.in"), Outlet.create("ObserveFlow.out"));
  private final String name;
  private final Consumer<? super T> each;
  private final Runnable end;

  public ObserveFlow(String name, Consumer<? super T> each, Runnable end) {
    this.name = name;
    this.each = each;
    this.end = end;
  }

  @Override
  public FlowShape<T, T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic<>(shape, name, each, end);
  }

  /** Static, so that a running call does not hold the blueprint that it was made from. */
  private static final class Logic<T> extends GraphStageLogic implements InHandler, OutHandler {

    private final Inlet<T> in;
    private final Outlet<T> out;
    private final String name;
    private final Consumer<? super T> each;
    private final Runnable end;

    Logic(FlowShape<T, T> shape, String name, Consumer<? super T> each, Runnable end) {
      super(shape);
      this.in = shape.in();
      this.out = shape.out();
      this.name = name;
      this.each = each;
      this.end = end;
      setHandlers(in, out, this);
    }

    @Override
    public void onPush() {
      T element = grab(in);
      try {
        each.accept(element);
      } catch (RuntimeException e) {
        failStage(e instanceof StageFailed told ? told : new StageFailed(name, e));
        return;
      }
      push(out, element);
    }

    @Override
    public void onPull() {
      pull(in);
    }

    @Override
    public void postStop() {
      end.run();
    }
  }
}
