package dev.parley.recorder.replay;

import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.time.MediaClock;
import dev.parley.recorder.file.Recorded;
import java.time.Duration;
import java.util.Optional;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;
import org.jspecify.annotations.Nullable;

/**
 * The last room before the model in a replay: a fact that is found again waits until the time at
 * which the session learned of it then, since live threads were a little late; an onset that cut a
 * reply, until as much of that has left as then. A fact that is new passes at once.
 */
final class PunctualStage extends GraphStage<FlowShape<Inbound, Inbound>> {

  private final Inlet<Inbound> in = Inlet.create("Punctual.in");
  private final Outlet<Inbound> out = Outlet.create("Punctual.out");
  private final FlowShape<Inbound, Inbound> shape = FlowShape.of(in, out);
  private final Recorded recorded;
  private final HandedOver handedOver;

  /**
   * @param handedOver how far the replies of this run have come
   */
  PunctualStage(Recorded recorded, HandedOver handedOver) {
    this.recorded = recorded;
    this.handedOver = handedOver;
  }

  @Override
  public FlowShape<Inbound, Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic implements InHandler, OutHandler {

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final FactTimes times = FactTimes.of(recorded);
    private MediaClock clock = () -> 0;
    private long origin;
    private @Nullable Inbound waiting;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      clock = MediaClock.of(materializer().system());
      origin = clock.nanos();
    }

    @Override
    public void onPush() {
      Inbound frame = grab(in);
      Optional<FactTimes.When> then =
          frame instanceof Signal fact ? times.next(fact) : Optional.empty();
      long early = then.map(when -> when.nanos() - (clock.nanos() - origin)).orElse(0L);
      if (early <= 0 || early > Punctuality.PATIENCE.toNanos()) {
        push(out, frame);
      } else {
        hold(frame, Duration.ofNanos(early), then.flatMap(FactTimes.When::cut));
      }
    }

    private void hold(Inbound fact, Duration early, Optional<HandedOver.Place> cut) {
      waiting = fact;
      if (cut.isEmpty()) {
        scheduleOnce(fact, early);
      } else if (handedOver.isReached(cut.get())) {
        release(fact);
      } else {
        handedOver.when(cut.get(), () -> calls.run(() -> release(fact)));
        scheduleOnce(fact, early.plus(Punctuality.PATIENCE));
      }
    }

    private void release(Inbound fact) {
      if (waiting == fact) {
        waiting = null;
        cancelTimer(fact);
        push(out, fact);
        if (isClosed(in)) {
          completeStage();
        }
      }
    }

    @Override
    public void onPull() {
      pull(in);
    }

    @Override
    public void onTimer(Object fact) {
      release((Inbound) fact);
    }

    @Override
    public void onUpstreamFinish() {
      if (waiting == null) {
        completeStage();
      }
    }
  }
}
