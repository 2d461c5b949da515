package dev.parley.recorder;

import java.util.Optional;
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
 * Looks on as elements pass, and at how their source ends: by itself, or by which failure. Unlike
 * {@code ObserveFlow}, it takes no end of those who listen for an end of the source.
 *
 * @param <T> the elements
 */
final class Watch<T> extends GraphStage<FlowShape<T, T>> {

  private final Inlet<T> in = Inlet.create("Watch.in");
  private final Outlet<T> out = Outlet.create("Watch.out");
  private final FlowShape<T, T> shape = FlowShape.of(in, out);
  private final Consumer<? super T> each;
  private final Consumer<Optional<Throwable>> end;

  Watch(Consumer<? super T> each, Consumer<Optional<Throwable>> end) {
    this.each = each;
    this.end = end;
  }

  @Override
  public FlowShape<T, T> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends GraphStageLogic implements InHandler, OutHandler {

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void onPush() {
      T element = grab(in);
      each.accept(element);
      push(out, element);
    }

    @Override
    public void onPull() {
      pull(in);
    }

    @Override
    public void onUpstreamFinish() {
      end.accept(Optional.empty());
      completeStage();
    }

    @Override
    public void onUpstreamFailure(Throwable failure) {
      end.accept(Optional.of(failure));
      failStage(failure);
    }
  }
}
