package dev.parley.recorder.replay;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.session.SessionCommand;
import dev.parley.recorder.file.Entry;
import dev.parley.recorder.file.Happening;
import dev.parley.recorder.file.Recorded;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

/**
 * The flow of a {@link ReplayedDoor}: does each step at its time, in their order.
 *
 * <p>What the client says in the same instant in which something was said to it comes last of that
 * instant: it may be the answer, and must not come before the question.
 */
final class ReplayedDoorStage extends GraphStage<FlowShape<Outbound, Inbound>> {

  private final Inlet<Outbound> in = Inlet.create("ReplayedDoor.in");
  private final Outlet<Inbound> out = Outlet.create("ReplayedDoor.out");
  private final FlowShape<Outbound, Inbound> shape = FlowShape.of(in, out);
  private final Recorded recorded;
  private final List<Entry> steps;
  private final HandedOver handedOver;
  private final DoorLink link;

  ReplayedDoorStage(Recorded recorded, List<Entry> steps, HandedOver handedOver, DoorLink link) {
    this.recorded = recorded;
    this.handedOver = handedOver;
    this.steps = steps;
    this.link = link;
  }

  @Override
  public FlowShape<Outbound, Inbound> shape() {
    return shape;
  }

  @Override
  public GraphStageLogic createLogic(Attributes inherited) {
    return new Logic();
  }

  private final class Logic extends TimerGraphStageLogic implements InHandler, OutHandler {

    private static final String NEXT = "next step";
    private static final String ANSWERS = "answers";

    private final Deque<Inbound> waiting = new ArrayDeque<>();
    private final Deque<Entry> answers = new ArrayDeque<>();
    private final List<Entry> tooEarly = new ArrayList<>();
    private final FarEnd far = new FarEnd(recorded, link.playout());
    private int next;
    private Optional<Happening.Over> over = Optional.empty();

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      pull(in);
      move();
    }

    @Override
    public void onPush() {
      Outbound frame = grab(in);
      far.play(frame);
      if (frame instanceof Spoken slice) {
        handedOver.given(slice);
      }
      if (frame instanceof Cue.Interrupted) {
        List<Entry> ready = tooEarly.stream().filter(far::knowsEnough).toList();
        tooEarly.removeAll(ready);
        answers.addAll(ready);
        answerNext();
      }
      pull(in);
    }

    @Override
    public void onPull() {
      give();
    }

    /** Nobody listens to the caller any more, but the session may still be told something. */
    @Override
    public void onDownstreamFinish(Throwable cause) {
      waiting.clear();
    }

    @Override
    public void onTimer(Object timer) {
      if (timer instanceof Entry impatient) {
        if (tooEarly.remove(impatient)) { // the cut that it was about never came
          take(impatient.what());
        }
      } else if (timer.equals(ANSWERS)) {
        Entry answer = answers.remove();
        if (isOfTheEar(answer.what()) && !far.knowsEnough(answer)) {
          tooEarly.add(answer);
          scheduleOnce(answer, Punctuality.PATIENCE);
        } else {
          take(answer.what());
        }
        give();
        answerNext();
      } else {
        move();
      }
    }

    private void move() {
      while (next < steps.size() && steps.get(next).nanos() <= link.clock().nanos()) {
        Entry step = steps.get(next++);
        if (step.what() instanceof Happening.FromCaller(var frame)) {
          waiting.add(frame);
        } else {
          answers.add(step);
        }
      }
      give();
      answerNext();
      if (next < steps.size()) {
        scheduleOnce(NEXT, Duration.ofNanos(steps.get(next).nanos() - link.clock().nanos()));
      }
    }

    /** One at a time, so that what follows from the one has happened before the next. */
    private void answerNext() {
      if (!answers.isEmpty() && !isTimerActive(ANSWERS)) {
        scheduleOnce(ANSWERS, Duration.ZERO);
      }
    }

    private static boolean isOfTheEar(Happening step) {
      return step instanceof Happening.MarkPassed
          || step instanceof Happening.Played
          || step instanceof Happening.ToSession(SessionCommand.Told told);
    }

    private void take(Happening step) {
      switch (step) {
        case Happening.ToSession(var command) -> link.session().accept(command);
        case Happening.MarkPassed mark -> far.passed(mark);
        case Happening.Played played -> far.played(played);
        case Happening.Over end -> over = Optional.of(end);
        default -> throw new IllegalStateException("not from outside: " + step);
      }
    }

    private void give() {
      if (isAvailable(out) && !waiting.isEmpty()) {
        push(out, waiting.remove());
      }
      if (waiting.isEmpty() && over.isPresent()) {
        if (over.get().failure().isPresent()) {
          failStage(new ReplayedFailure(over.get().failure().get()));
        } else {
          completeStage();
        }
      }
    }
  }
}
