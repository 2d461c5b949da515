package dev.parley.testkit.probe;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.SourceShape;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.OutHandler;

/**
 * The beginning of a stream, held by a test. Safe for any thread; what waits throws an {@link
 * AssertionError} when it has waited too long.
 *
 * @param <T> the elements
 */
public final class SourceProbe<T> {

  private final Semaphore demand = new Semaphore(0);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final AsyncCallback<Runnable> calls;
  private final Logic<T> logic;

  private SourceProbe(Logic<T> logic) {
    this.logic = logic;
    this.calls = logic.createAsyncCallback(Runnable::run);
  }

  /** A source that hands its probe out when it is run. */
  public static <T> Source<T, SourceProbe<T>> source() {
    return Source.fromGraph(new Stage<>());
  }

  /** Waits until the stream asks for an element, and sends this one. */
  public SourceProbe<T> send(T element) {
    expectDemand();
    if (!demand.tryAcquire()) {
      throw new AssertionError("another thread has sent into this demand");
    }
    calls.invoke(() -> logic.send(element));
    return this;
  }

  /** Ends the stream well. */
  public void complete() {
    calls.invoke(logic::completeStage);
  }

  public void fail(Throwable failure) {
    calls.invoke(() -> logic.failStage(failure));
  }

  /** Whether the stream asks for an element at this moment. */
  public boolean hasDemand() {
    return demand.availablePermits() > 0;
  }

  /** Waits until the stream asks for an element. */
  public void expectDemand() {
    try {
      if (!demand.tryAcquire(Waits.LONG.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(
            isCancelled() ? "the stream has cancelled" : "the stream asks for nothing");
      }
      demand.release();
    } catch (InterruptedException e) {
      throw Waits.interrupted(e);
    }
  }

  /** Whether the stream has told that it wants no more. */
  public boolean isCancelled() {
    return cancelled.getCount() == 0;
  }

  /** Waits until the stream wants no more. */
  public void expectCancelled() {
    try {
      if (!cancelled.await(Waits.LONG.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("the stream has not cancelled");
      }
    } catch (InterruptedException e) {
      throw Waits.interrupted(e);
    }
  }

  private static final class Stage<T>
      extends AbstractGraphStageWithMaterializedValue<SourceShape<T>, SourceProbe<T>> {

    private final SourceShape<T> shape = SourceShape.of(Outlet.create("SourceProbe.out"));

    @Override
    public SourceShape<T> shape() {
      return shape;
    }

    @Override
    public Pair<GraphStageLogic, SourceProbe<T>> createLogicAndMaterializedValuePair(
        Attributes inherited) {
      Logic<T> logic = new Logic<>(shape);
      return Pair.create(logic, logic.probe);
    }
  }

  private static final class Logic<T> extends GraphStageLogic implements OutHandler {

    private final Outlet<T> out;
    private final SourceProbe<T> probe;

    Logic(SourceShape<T> shape) {
      super(shape);
      out = shape.out();
      probe = new SourceProbe<>(this);
      setHandler(out, this);
    }

    void send(T element) {
      push(out, element);
    }

    @Override
    public void onPull() {
      probe.demand.release();
    }

    @Override
    public void onDownstreamFinish(Throwable cause) {
      probe.cancelled.countDown();
      cancelStage(cause);
    }
  }
}
