package dev.parley.testkit.probe;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.SinkShape;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.AsyncCallback;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.jspecify.annotations.Nullable;

/**
 * The end of a stream, held by a test: asks for nothing of its own accord. Safe for any thread;
 * what waits throws an {@link AssertionError} when it has waited too long.
 *
 * @param <T> the elements
 */
public final class SinkProbe<T> {

  private sealed interface Event<T> {
    record Next<T>(T element) implements Event<T> {}

    record Complete<T>() implements Event<T> {}

    record Failed<T>(Throwable failure) implements Event<T> {}
  }

  private final BlockingQueue<Event<T>> events = new LinkedBlockingQueue<>();
  private final AsyncCallback<Runnable> calls;
  private final Logic<T> logic;

  private SinkProbe(Logic<T> logic) {
    this.logic = logic;
    this.calls = logic.createAsyncCallback(Runnable::run);
  }

  /** A sink that hands its probe out when it is run. */
  public static <T> Sink<T, SinkProbe<T>> sink() {
    return Sink.fromGraph(new Stage<>());
  }

  /** Asks for so many elements more. */
  public SinkProbe<T> request(long count) {
    calls.invoke(() -> logic.request(count));
    return this;
  }

  /** Wants no more. */
  public void cancel() {
    calls.invoke(logic::completeStage);
  }

  /** The next element that was asked for. */
  public T next() {
    Event<T> event = poll(Waits.LONG);
    if (event instanceof Event.Next<T>(T element)) {
      return element;
    }
    throw new AssertionError(
        event == null ? "no element came" : "instead of an element came " + event);
  }

  /** Moves the elements that have come by now into a list, without waiting. */
  public void drainTo(Collection<? super T> target) {
    while (events.peek() instanceof Event.Next<T>(T element)) {
      events.remove();
      target.add(element);
    }
  }

  /** Asks for these elements and waits for them. */
  @SafeVarargs
  public final SinkProbe<T> expect(T... elements) {
    request(elements.length);
    for (T expected : elements) {
      T element = next();
      if (!expected.equals(element)) {
        throw new AssertionError("expected " + expected + ", got " + element);
      }
    }
    return this;
  }

  /** Waits for the stream's good end. */
  public void expectComplete() {
    Event<T> event = poll(Waits.LONG);
    if (!(event instanceof Event.Complete<T>)) {
      throw new AssertionError("instead of the end came " + event);
    }
  }

  /** Waits for the stream's end, good or bad, and passes over the elements before it. */
  public void expectEnd() {
    Event<T> event = poll(Waits.LONG);
    while (event instanceof Event.Next<T>) {
      event = poll(Waits.LONG);
    }
    if (event == null) {
      throw new AssertionError("the stream has not ended");
    }
  }

  /** Waits for the stream's failure. */
  public Throwable expectFailure() {
    Event<T> event = poll(Waits.LONG);
    if (event instanceof Event.Failed<T>(Throwable failure)) {
      return failure;
    }
    throw new AssertionError("instead of a failure came " + event);
  }

  /** Checks for a short while that nothing comes. */
  public SinkProbe<T> expectNothing() {
    Event<T> event = poll(Waits.SHORT);
    if (event != null) {
      throw new AssertionError("expected nothing, got " + event);
    }
    return this;
  }

  private @Nullable Event<T> poll(Duration longest) {
    try {
      return events.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Waits.interrupted(e);
    }
  }

  private static final class Stage<T>
      extends AbstractGraphStageWithMaterializedValue<SinkShape<T>, SinkProbe<T>> {

    private final SinkShape<T> shape = SinkShape.of(Inlet.create("SinkProbe.in"));

    @Override
    public SinkShape<T> shape() {
      return shape;
    }

    @Override
    public Pair<GraphStageLogic, SinkProbe<T>> createLogicAndMaterializedValuePair(
        Attributes inherited) {
      Logic<T> logic = new Logic<>(shape);
      return Pair.create(logic, logic.probe);
    }
  }

  private static final class Logic<T> extends GraphStageLogic implements InHandler {

    private final Inlet<T> in;
    private final SinkProbe<T> probe;
    private long wanted;

    Logic(SinkShape<T> shape) {
      super(shape);
      in = shape.in();
      probe = new SinkProbe<>(this);
      setHandler(in, this);
    }

    void request(long count) {
      wanted += count;
      pullIfWanted();
    }

    private void pullIfWanted() {
      if (wanted > 0 && !hasBeenPulled(in) && !isClosed(in)) {
        wanted--;
        pull(in);
      }
    }

    @Override
    public void onPush() {
      probe.events.add(new Event.Next<>(grab(in)));
      pullIfWanted();
    }

    @Override
    public void onUpstreamFinish() {
      probe.events.add(new Event.Complete<>());
      completeStage();
    }

    @Override
    public void onUpstreamFailure(Throwable failure) {
      probe.events.add(new Event.Failed<>(failure));
      failStage(failure);
    }
  }
}
