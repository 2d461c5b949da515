package dev.parley.engine.stage;

import dev.parley.engine.dsp.Kernel;
import dev.parley.engine.dsp.Tunable;
import dev.parley.engine.frame.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;

/**
 * Runs a kernel in a stream. Asks for input only when everything that came of the last has left.
 */
final class KernelFlow<I, O>
    extends AbstractGraphStageWithMaterializedValue<FlowShape<I, O>, Tuner> {

  private final FlowShape<I, O> shape =
      FlowShape.of(Inlet.create("KernelFlow.in"), Outlet.create("KernelFlow.out"));
  private final String name;
  private final Supplier<? extends Kernel<I, O>> kernels;

  KernelFlow(String name, Supplier<? extends Kernel<I, O>> kernels) {
    this.name = name;
    this.kernels = kernels;
  }

  @Override
  public FlowShape<I, O> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, Tuner> createLogicAndMaterializedValuePair(Attributes inherited) {
    Kernel<I, O> kernel = kernels.get();
    Logic<I, O> logic = new Logic<>(shape, name, kernel);
    return Pair.create(logic, logic.tuner());
  }

  /** Static, so that a running call does not hold the blueprint that it was made from. */
  private static final class Logic<I, O> extends GraphStageLogic implements InHandler, OutHandler {

    private final Inlet<I> in;
    private final Outlet<O> out;
    private final String name;
    private final Kernel<I, O> kernel;
    private final Deque<O> made = new ArrayDeque<>(2);
    private final Consumer<O> taker = made::add;

    Logic(FlowShape<I, O> shape, String name, Kernel<I, O> kernel) {
      super(shape);
      this.in = shape.in();
      this.out = shape.out();
      this.name = name;
      this.kernel = kernel;
      setHandlers(in, out, this);
    }

    private Tuner tuner() {
      Object core = kernel instanceof Lifted lifted ? lifted.core() : kernel;
      return core instanceof Tunable<?> tunable ? tuner(tunable) : Tuner.NONE;
    }

    private <S> Tuner tuner(Tunable<S> tunable) {
      StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
      return new Tuner() {
        @Override
        public void tune(Object settings) {
          if (!tunable.settingsType().isInstance(settings)) {
            throw new IllegalArgumentException(
                "%s is tuned by %s, not by %s"
                    .formatted(
                        name,
                        tunable.settingsType().getSimpleName(),
                        settings.getClass().getSimpleName()));
          }
          S checked = tunable.settingsType().cast(settings);
          calls.run(() -> runs(() -> tunable.tune(checked)));
        }

        @Override
        public void hint(Signal fact) {
          calls.run(() -> runs(() -> tunable.hint(fact)));
        }
      };
    }

    @Override
    public void onPush() {
      I element = grab(in);
      if (!runs(() -> kernel.accept(element, taker))) {
        return;
      }
      if (made.isEmpty()) {
        pull(in);
      } else {
        push(out, made.remove());
      }
    }

    @Override
    public void onPull() {
      if (!made.isEmpty()) {
        push(out, made.remove());
      } else if (isClosed(in)) {
        completeStage();
      } else {
        pull(in);
      }
    }

    @Override
    public void onUpstreamFinish() {
      if (!runs(() -> kernel.flush(taker))) {
        return;
      }
      if (!made.isEmpty() && isAvailable(out)) {
        push(out, made.remove());
      }
      if (made.isEmpty()) {
        completeStage();
      }
    }

    /** Calls the kernel; says whether it held. If not, the stage has failed under its own name. */
    private boolean runs(Runnable call) {
      try {
        call.run();
        return true;
      } catch (RuntimeException | LinkageError e) { // native parts fail to link: the stage's fault
        failStage(new StageFailed(name, e));
        return false;
      }
    }

    @Override
    public void postStop() {
      kernel.close();
    }
  }
}
