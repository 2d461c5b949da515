package dev.parley.recorder.replay;

import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.model.Ack;
import dev.parley.engine.model.Command;
import dev.parley.engine.model.Control;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.time.MediaClock;
import dev.parley.recorder.file.Recorded;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.AbstractGraphStageWithMaterializedValue;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/** The flow of a {@link ReplayedModel}: hears nothing, and gives what its tape has. */
final class ReplayedModelStage
    extends AbstractGraphStageWithMaterializedValue<FlowShape<Inbound, Outbound>, Control> {

  private final Inlet<Inbound> in = Inlet.create("ReplayedModel.in");
  private final Outlet<Outbound> out = Outlet.create("ReplayedModel.out");
  private final FlowShape<Inbound, Outbound> shape = FlowShape.of(in, out);
  private final Recorded recorded;

  ReplayedModelStage(Recorded recorded) {
    this.recorded = recorded;
  }

  @Override
  public FlowShape<Inbound, Outbound> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, Control> createLogicAndMaterializedValuePair(Attributes inherited) {
    Logic logic = new Logic();
    return Pair.create(logic, logic);
  }

  private final class Logic extends TimerGraphStageLogic implements InHandler, OutHandler, Control {

    private static final String NEXT = "next frame";
    private static final String END = "end";

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final ModelTape tape = new ModelTape(recorded);
    private final ModelEnd end = ModelEnd.of(recorded);
    private MediaClock clock = () -> 0;
    private long origin;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      clock = MediaClock.of(materializer().system());
      origin = clock.nanos();
      end.ownAt().ifPresent(at -> scheduleOnce(END, Duration.ofNanos(at)));
      pull(in);
      move();
    }

    @Override
    public void onPush() {
      grab(in);
      pull(in);
    }

    @Override
    public void onPull() {
      move();
    }

    @Override
    public void onUpstreamFinish() {
      if (end.linger() == 0) {
        finish();
      } else {
        scheduleOnce(END, Duration.ofNanos(end.linger()));
      }
    }

    @Override
    public void onTimer(Object timer) {
      if (timer.equals(END)) {
        finish();
      } else {
        move();
      }
    }

    @Override
    public CompletionStage<Ack> send(Command command) {
      return calls.ask(
          () -> {
            Ack ack =
                switch (command) {
                  case Command.Reply reply -> tape.ask(reply.epoch(), now());
                  case Command.Say say -> tape.ask(say.epoch(), now());
                  case Command.Cancel cancel -> tape.cancel(cancel.epoch());
                  default -> Ack.DONE; // it has heard, and forgotten, all that it ever will
                };
            move();
            return ack;
          },
          Ack.GONE);
    }

    private void finish() {
      if (end.failure().isPresent()) {
        failStage(new ReplayedFailure(end.failure().get()));
      } else {
        completeStage();
      }
    }

    private void move() {
      if (isAvailable(out)) {
        Outbound next = tape.poll(now());
        if (next != null) {
          push(out, next);
        }
      }
      OptionalLong later = tape.next();
      if (later.isPresent() && later.getAsLong() > now()) {
        scheduleOnce(NEXT, Duration.ofNanos(later.getAsLong() - now()));
      }
    }

    /** The time of the call: it begins, in a virtual world, in the instant in which we do. */
    private long now() {
      return clock.nanos() - origin;
    }
  }
}
