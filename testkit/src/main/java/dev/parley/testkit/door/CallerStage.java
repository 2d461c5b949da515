package dev.parley.testkit.door;

import dev.parley.engine.door.DoorLink;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Inbound;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Signal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.playout.Ear;
import dev.parley.engine.playout.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.apache.pekko.stream.Attributes;
import org.apache.pekko.stream.FlowShape;
import org.apache.pekko.stream.Inlet;
import org.apache.pekko.stream.Outlet;
import org.apache.pekko.stream.stage.GraphStage;
import org.apache.pekko.stream.stage.GraphStageLogic;
import org.apache.pekko.stream.stage.InHandler;
import org.apache.pekko.stream.stage.OutHandler;
import org.apache.pekko.stream.stage.TimerGraphStageLogic;

/** The flow of a {@link ScriptedCaller}: speaks by the call's clock, and plays what it is given. */
final class CallerStage extends GraphStage<FlowShape<Outbound, Inbound>> {

  private final Inlet<Outbound> in = Inlet.create("ScriptedCaller.in");
  private final Outlet<Inbound> out = Outlet.create("ScriptedCaller.out");
  private final FlowShape<Outbound, Inbound> shape = FlowShape.of(in, out);
  private final ScriptedCaller caller;
  private final CallerScript script;
  private final DoorLink link;

  CallerStage(ScriptedCaller caller, CallerScript script, DoorLink link) {
    this.caller = caller;
    this.script = script;
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

    private static final String FRAME = "next frame";
    private static final String MARK = "next mark";
    private static final String HANG_UP = "hang up";
    private static final String BREAK = "line breaks";

    private final Mouth mouth = new Mouth(script);
    private final Deque<Inbound> said = new ArrayDeque<>();

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      if (script.listens()) {
        pull(in);
      }
      at(FRAME, mouth.nextAt());
      script.hangsUpAt().ifPresent(when -> at(HANG_UP, when.toNanos()));
      script.breaksAt().ifPresent(when -> at(BREAK, when.toNanos()));
    }

    private void at(String timer, long nanos) {
      scheduleOnce(timer, Duration.ofNanos(Math.max(0, nanos - link.clock().nanos())));
    }

    @Override
    public void onTimer(Object timer) {
      switch ((String) timer) {
        case FRAME -> {
          said.addAll(mouth.next());
          at(FRAME, mouth.nextAt());
          speak();
        }
        case MARK -> sendMarksBack();
        case HANG_UP -> {
          cancelTimer(FRAME);
          caller.over(link.clock().now(), null);
          completeStage();
        }
        case BREAK -> {
          IllegalStateException broken = new IllegalStateException("the line broke down");
          caller.over(link.clock().now(), broken);
          failStage(broken);
        }
        default -> throw new IllegalStateException("unknown timer " + timer);
      }
    }

    private void speak() {
      if (isAvailable(out) && !said.isEmpty()) {
        push(out, said.remove());
      }
    }

    @Override
    public void onPull() {
      speak();
    }

    /** Nobody listens to the caller any more, but the caller still listens. */
    @Override
    public void onDownstreamFinish(Throwable cause) {
      cancelTimer(FRAME);
    }

    @Override
    public void onPush() {
      Outbound frame = grab(in);
      caller.give(link.clock().now(), frame);
      long now = link.clock().nanos();
      switch (frame) {
        case Spoken audio ->
            caller.farEnd(
                end -> {
                  end.play(audio, now);
                  return audio;
                });
        case Cue.Mark mark when script.answersMarks() -> {
          caller.farEnd(end -> end.mark(mark.id(), now));
          sendMarksBack();
        }
        case Cue.Interrupted cut -> cut(cut, now);
        case Cue.Mark unanswered -> {}
        case Cue.Notice unasked -> {}
        case Signal other -> {}
        case ReplySignal other -> {}
      }
      pull(in);
    }

    private void cut(Cue.Interrupted cut, long now) {
      boolean keepsNothing =
          script.playout().ear() == Ear.COUNTED
              && script.playout().pace() instanceof Pace.Clock clock
              && clock.lead().isZero();
      if (!keepsNothing) {
        caller.farEnd(end -> end.clear(now)).forEach(link.playout()::acked);
        cancelTimer(MARK);
      }
      if (script.playout().ear() == Ear.TOLD) {
        for (Epoch epoch : cut.epochs()) {
          caller
              .farEnd(end -> end.heard(epoch, 0))
              .ifPresent(until -> link.playout().told(epoch, 0, until));
        }
      }
    }

    private void sendMarksBack() {
      long now = link.clock().nanos();
      OptionalLong due = caller.farEnd(end -> end.due(now));
      while (due.isPresent()) {
        link.playout().acked(due.getAsLong());
        due = caller.farEnd(end -> end.due(now));
      }
      OptionalLong next = caller.farEnd(FarEnd::nextDue);
      if (next.isPresent()) {
        at(MARK, next.getAsLong());
      }
    }

    @Override
    public void onUpstreamFinish() {
      caller.over(link.clock().now(), null);
      completeStage();
    }

    @Override
    public void onUpstreamFailure(Throwable failure) {
      caller.over(link.clock().now(), failure);
      failStage(failure);
    }
  }
}
