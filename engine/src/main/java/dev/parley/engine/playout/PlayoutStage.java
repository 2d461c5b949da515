package dev.parley.engine.playout;

import dev.parley.engine.conversation.Heard;
import dev.parley.engine.frame.Cue;
import dev.parley.engine.frame.Epoch;
import dev.parley.engine.frame.Outbound;
import dev.parley.engine.frame.Position;
import dev.parley.engine.frame.ReplySignal;
import dev.parley.engine.frame.Spoken;
import dev.parley.engine.stage.StageCalls;
import dev.parley.engine.telemetry.Depths;
import dev.parley.engine.telemetry.Drops;
import dev.parley.engine.time.MediaClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
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

/**
 * Where a reply waits, is paced, is heard and is cut: queue, gate and clock in one stage, because
 * they must change in one instant.
 *
 * <p>It shares an island with its door and with nothing that is slow, and wants a small input
 * buffer: what waits in a buffer cannot be cut, and a slow neighbour would delay the cut.
 */
public final class PlayoutStage
    extends AbstractGraphStageWithMaterializedValue<FlowShape<Outbound, Outbound>, PlayoutControl> {

  private final Inlet<Outbound> in = Inlet.create("Playout.in");
  private final Outlet<Outbound> out = Outlet.create("Playout.out");
  private final FlowShape<Outbound, Outbound> shape = FlowShape.of(in, out);
  private final PlayoutSettings settings;
  private final Drops drops;
  private final Depths.Gauge depth;
  private final Consumer<? super PlayoutFact> tell;

  /**
   * @param drops counts the frames of cut replies
   * @param depth shows how much audio waits
   * @param tell takes the facts, on the stage's thread; must not block
   */
  public PlayoutStage(
      PlayoutSettings settings,
      Drops drops,
      Depths.Gauge depth,
      Consumer<? super PlayoutFact> tell) {
    this.settings = settings;
    this.drops = drops;
    this.depth = depth;
    this.tell = tell;
  }

  @Override
  public FlowShape<Outbound, Outbound> shape() {
    return shape;
  }

  @Override
  public Pair<GraphStageLogic, PlayoutControl> createLogicAndMaterializedValuePair(
      Attributes inherited) {
    Logic logic = new Logic();
    return Pair.create(logic, logic);
  }

  /** A cut whose fence has not come back; meanwhile, what the clock would say. */
  private record Unanswered(long fence, List<Cut.HandedOver> parts, List<Heard> byClock) {}

  private final class Logic extends TimerGraphStageLogic
      implements InHandler, OutHandler, PlayoutControl {

    private static final String NEXT_SLICE = "next slice";

    private final StageCalls calls = new StageCalls(createAsyncCallback(Runnable::run));
    private final EarLedger ledger = new EarLedger(settings.ear());
    private final PlayoutQueue queue = new PlayoutQueue(settings, ledger, drops, depth, tell);
    private final PlayClock clock = new PlayClock();

    /**
     * What comes in step with the clock may be a little early: no alarm is worth a tenth of a
     * slice.
     */
    private final long early = settings.slice().toNanos() / 10;

    private MediaClock time = () -> 0;
    private final Deque<Unanswered> unanswered = new ArrayDeque<>();
    private final Deque<ReplySignal.Ended> playing = new ArrayDeque<>();
    private boolean held;

    Logic() {
      super(shape);
      setHandlers(in, out, this);
    }

    @Override
    public void preStart() {
      time = MediaClock.of(materializer().system());
      pull(in);
    }

    @Override
    public void onPush() {
      Outbound frame = grab(in);
      if (frame instanceof Spoken && !queue.holdsAudio()) {
        clock.begin(time.nanos());
      }
      queue.offer(frame);
      move();
    }

    @Override
    public void onPull() {
      move();
    }

    @Override
    public void onTimer(Object timer) {
      switch (timer) {
        case Unanswered late -> {
          unanswered.remove(late);
          tellAll(late.byClock);
        }
        case ReplySignal.Ended last -> {
          playing.remove(last);
          queue.played(last);
        }
        default -> {}
      }
      move();
    }

    @Override
    public void onUpstreamFinish() {
      move();
    }

    /**
     * Hands over what may leave now, asks for more where there is room, and sets the next alarm.
     */
    private void move() {
      Outbound next = isAvailable(out) ? queue.poll(audioMayLeave()) : null;
      if (next != null) {
        if (next instanceof Spoken slice) {
          clock.handedOver(slice.samples().count(), slice.rate());
          ledger.played(clock.unplayed(time.nanos()));
        }
        push(out, next);
        if (next instanceof ReplySignal.Ended last) {
          playedWhenDue(last);
        }
      }
      if (isClosed(in)) {
        if (queue.isEmpty()) {
          playing.forEach(queue::played); // nobody is left who could cut them
          completeStage();
          return;
        }
      } else if (!hasBeenPulled(in) && !queue.isFull()) {
        pull(in);
      }
      if (queue.audioIsNext() && !audioMayLeave() && !held && !isTimerActive(NEXT_SLICE)) {
        scheduleOnce(NEXT_SLICE, Duration.ofNanos(dueAt() - time.nanos()));
      }
    }

    /** A reply can be cut until its last sample has been played, not only until it has left. */
    private void playedWhenDue(ReplySignal.Ended last) {
      long rest = clock.playedUpAt() - time.nanos();
      if (rest > 0 && queue.isAudible(last.epoch())) {
        playing.add(last);
        scheduleOnce(last, Duration.ofNanos(rest));
      } else {
        queue.played(last);
      }
    }

    private boolean audioMayLeave() {
      return switch (settings.pace()) {
        case Pace.Eager eager -> true;
        case Pace.Clock byClock -> !held && time.nanos() >= dueAt() - early;
      };
    }

    private long dueAt() {
      return clock.playedUpAt() - lead().toNanos();
    }

    private Duration lead() {
      return settings.pace() instanceof Pace.Clock byClock ? byClock.lead() : Duration.ZERO;
    }

    /** Whether more is handed over than is being played, which a cut then clears there. */
    private boolean farEndKeepsAudio() {
      return settings.pace() instanceof Pace.Eager || !lead().isZero();
    }

    private Cut afterCut(Cut cut) {
      if (!cut.epochs().isEmpty()) {
        boolean ofTheMouth = cut.epochs().stream().anyMatch(e -> e.lane() != Epoch.Lane.SIDE);
        if (ofTheMouth && farEndKeepsAudio()) {
          if (settings.ear() != Ear.TOLD) { // whose client knows better than our clock
            ledger.cleared(clock.unplayed(time.nanos()));
          }
          clock.cleared(time.nanos());
        }
        listen(cut.epochs());
        cancelTimer(NEXT_SLICE); // what is next now may be another reply, or nothing
      }
      move();
      return cut;
    }

    /** Finds out what was heard of parts that were cut. */
    private void listen(List<Epoch> epochs) {
      switch (settings.ear()) {
        case COUNTED -> tellAll(ledger.heardAllOf(epochs, Heard.Basis.COUNTED));
        case TOLD -> {} // the client truncates when it wants to; silence means that it heard all
        case ACKED -> {
          ledger.forgetMarks();
          long fence = ledger.fence();
          queue.jumpTheQueue(new Cue.Mark(fence));
          Unanswered question =
              new Unanswered(
                  fence, ledger.of(epochs), ledger.heardAllOf(epochs, Heard.Basis.ASSUMED));
          unanswered.add(question);
          scheduleOnce(question, settings.earTimeout());
        }
      }
    }

    private void ackedNow(long mark) {
      ledger.acked(mark);
      while (!unanswered.isEmpty() && unanswered.element().fence <= mark) {
        Unanswered answered = unanswered.remove();
        cancelTimer(answered);
        tellAll(ledger.heardByAcks(answered.parts));
      }
    }

    private void tellAll(List<Heard> heard) {
      heard.forEach(h -> tell.accept(new PlayoutFact.HeardOf(h)));
    }

    @Override
    public CompletionStage<Cut> cut(Epoch.Lane lane, long upTo) {
      return calls.ask(() -> afterCut(queue.cut(lane, upTo)), Cut.nothing());
    }

    @Override
    public CompletionStage<Cut> cut(Epoch epoch) {
      return calls.ask(() -> afterCut(queue.cut(epoch)), Cut.nothing());
    }

    @Override
    public void notice(Cue.Notice notice) {
      calls.run(
          () -> {
            queue.jumpTheQueue(notice);
            move();
          });
    }

    @Override
    public void hold(boolean on) {
      calls.run(
          () -> {
            held = on && settings.canHold();
            clock.begin(time.nanos());
            move();
          });
    }

    @Override
    public void acked(long mark) {
      calls.run(() -> ackedNow(mark));
    }

    @Override
    public void told(Epoch epoch, int part, Position until, double speed) {
      calls.run(() -> ledger.told(epoch, part, until, speed).ifPresent(h -> tellAll(List.of(h))));
    }
  }
}
